package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Checkpointing;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a {@link DenseBlock}: it makes a few new channels of all that the block has so far.
 *
 * <p>Formula: {@code y = dropout(conv2(relu2(norm2(conv1(relu1(norm1([x0, x1, ..])))))))}
 *
 * <p>Shape: inputs {@code (N, C_i, H, W)}, whose channels are together {@code numInputFeatures}; output
 * {@code (N, growthRate, H, W)}.
 *
 * <p>Initial values: those of its layers; a {@link DenseNet} draws others.
 *
 * <p>Differs from PyTorch: a single input is a list of one; saving memory has the limits of {@link Checkpointing}.
 *
 * @see <a href="https://arxiv.org/abs/1608.06993">Huang et al., Densely Connected Convolutional Networks</a>;
 *     <a href="https://arxiv.org/abs/1707.06990">Pleiss et al., Memory-Efficient Implementation of DenseNets</a>
 */
public class DenseLayer extends Model<List<Tensor>, Tensor> {
  private final double dropRate;
  private final boolean memoryEfficient;
  /** The normalisation of all that comes in. */
  public Layer norm1;
  /** The activation behind it. */
  public Layer relu1;
  /** The convolution of single pixels to few channels. */
  public Layer conv1;
  /** The second normalisation. */
  public Layer norm2;
  /** The activation behind it. */
  public Layer relu2;
  /** The convolution of neighbours, to the new channels. */
  public Layer conv2;

  /** A layer that takes so many channels; of the options it takes what is said about layers. */
  public DenseLayer(long numInputFeatures, DenseNetOptions options) {
    long middle = options.bnSize() * options.growthRate();
    norm1 = new BatchNorm2d(numInputFeatures);
    relu1 = new ReLU(o -> o.inplace(true));
    conv1 = Kernels.conv1x1(numInputFeatures, middle, 1);
    norm2 = new BatchNorm2d(middle);
    relu2 = new ReLU(o -> o.inplace(true));
    conv2 = Kernels.conv3x3(middle, options.growthRate(), 1, 1, 1);
    dropRate = options.dropRate();
    memoryEfficient = options.memoryEfficient();
  }

  @Override protected Tensor forward(List<Tensor> features) {
    boolean again = memoryEfficient && features.stream().anyMatch(Tensor::requiresGrad);
    Tensor narrow = again ? checkpointed(features) : narrow(features);
    Tensor added = conv2.call(relu2.call(norm2.call(narrow)));
    return dropRate > 0 ? F.dropout(added, dropRate, training()) : added;
  }

  private Tensor narrow(List<Tensor> features) {
    return conv1.call(relu1.call(norm1.call(Torch.cat(features, 1))));
  }

  private Tensor checkpointed(List<Tensor> features) {
    return Checkpointing.checkpoint(in -> new Tensor[] {narrow(present(in))}, features.toArray(Tensor[]::new), o -> o)
        .get(0);
  }

  private static List<Tensor> present(@Nullable Tensor[] features) {
    return Arrays.stream(features).map(Objects::requireNonNull).toList();
  }

  @Override public String typeName() { return "_DenseLayer"; }
}
