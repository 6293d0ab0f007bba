package dev.jtorch.vision.models.deeplab;

import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.UnaryOperator;

/**
 * The normalisation of networks that are to be trained by several processes, which then normalise by the statistics of all.
 *
 * <p>In one process, and JTorch trains in one so far, it is a {@link BatchNorm2d}. The network that asks for it says what it wants,
 * and finds its normalisations by their type.
 *
 * <p>Differs from PyTorch: {@code torch.nn.SyncBatchNorm} is no {@code BatchNorm2d}; this is the class of the implementation of
 * {@link DeepLab} that is best known, but adds eps to the variance, as {@link BatchNorm2d} does, where that one takes eps
 * for the least variance.
 */
public class SynchronizedBatchNorm2d extends BatchNorm2d {
  /** A batch normalisation with momentum 0.1, scale, shift and running statistics. */
  public SynchronizedBatchNorm2d(long numFeatures) {
    super(numFeatures);
  }

  /** A batch normalisation with options. */
  public SynchronizedBatchNorm2d(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, with);
  }
}
