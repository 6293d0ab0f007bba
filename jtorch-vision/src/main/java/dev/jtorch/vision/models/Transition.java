package dev.jtorch.vision.models;

import static java.util.Map.entry;

import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.AvgPool2d;

/**
 * What stands between two blocks of a {@link DenseNet}: {@code norm}, {@code relu}, {@code conv} to fewer channels and
 * {@code pool}, which halves images.
 *
 * <p>Shape: input {@code (N, numInputFeatures, H, W)}, output {@code (N, numOutputFeatures, H / 2, W / 2)}, rounded down.
 *
 * <p>Initial values: those of its layers; a {@link DenseNet} draws others.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://arxiv.org/abs/1608.06993">Huang et al., Densely Connected Convolutional Networks, figure 2</a>
 */
public class Transition extends Sequential {
  /** A transition from some channels to others. */
  public Transition(long numInputFeatures, long numOutputFeatures) {
    super(entry("norm", new BatchNorm2d(numInputFeatures)), entry("relu", new ReLU(o -> o.inplace(true))),
        entry("conv", Kernels.conv1x1(numInputFeatures, numOutputFeatures, 1)),
        entry("pool", new AvgPool2d(2, o -> o.stride(2))));
  }

  @Override public String typeName() { return "_Transition"; }
}
