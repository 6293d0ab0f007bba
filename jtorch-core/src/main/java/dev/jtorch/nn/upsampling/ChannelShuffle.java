package dev.jtorch.nn.upsampling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Spreads the channels of each group over all groups.
 *
 * <p>Formula: channel {@code g · C / groups + i} moves to {@code i · groups + g}.
 *
 * <p>Shape: input {@code (N, C, *)}, with C divisible by the number of groups; the output has the same shape.
 *
 * <pre>{@code
 * var shuffle = new ChannelShuffle(2);
 * Tensor y = shuffle.call(Torch.arange(4.0).reshape(1, 4, 1)).flatten(); // tensor([0., 2., 1., 3.])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ChannelShuffle.html">torch.nn.ChannelShuffle</a>
 */
public class ChannelShuffle extends FluentLayer<ChannelShuffle> {
  private final long groups;

  /** With this number of groups. */
  public ChannelShuffle(long groups) {
    this.groups = groups;
  }

  @Override protected Tensor forward(Tensor input) { return F.channelShuffle(input, groups); }

  @Override protected String extraRepr() { return "groups=" + groups; }
}
