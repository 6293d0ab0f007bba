package dev.jtorch.nn.upsampling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Deals the channels of each group out to all groups.
 *
 * <p>Shape: input {@code (N, C, *)} with C divisible by the groups; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ChannelShuffle.html">torch.nn.ChannelShuffle</a>
 */
public class ChannelShuffle extends FluentLayer<ChannelShuffle> {
  private final long groups;

  /** Of so many groups. */
  public ChannelShuffle(long groups) {
    this.groups = groups;
  }

  @Override protected Tensor forward(Tensor input) { return F.channelShuffle(input, groups); }

  @Override protected String extraRepr() { return "groups=" + groups; }
}
