package dev.jtorch.vision.models;

import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.LongFunction;

/**
 * How a block of a {@link MobileNetV2} is built.
 *
 * @param stride by how much the block makes images smaller; 1 at first, or 2
 * @param expandRatio how many times the input's channels the block has inside; 1 at first
 * @param normLayer makes the normalisation of some channels; a {@link BatchNorm2d} at first
 */
public record InvertedResidualOptions(long stride, double expandRatio, LongFunction<? extends Layer> normLayer) {
  static final InvertedResidualOptions DEFAULT = new InvertedResidualOptions(1, 1, BatchNorm2d::new);

  /**
   * Checks the stride.
   *
   * @throws TorchException if it is neither 1 nor 2
   */
  public InvertedResidualOptions {
    if (stride != 1 && stride != 2) throw new TorchException("stride should be 1 or 2 instead of " + stride);
  }

  /** {@return these options with images made smaller} */
  public InvertedResidualOptions stride(long steps) {
    return new InvertedResidualOptions(steps, expandRatio, normLayer);
  }

  /** {@return these options with more channels inside} */
  public InvertedResidualOptions expandRatio(double factor) {
    return new InvertedResidualOptions(stride, factor, normLayer);
  }

  /** {@return these options with another normalisation} */
  public InvertedResidualOptions normLayer(LongFunction<? extends Layer> maker) {
    return new InvertedResidualOptions(stride, expandRatio, maker);
  }
}
