package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.LongFunction;

/** How a block of a {@link MobileNetV2} is built. */
public final class InvertedResidualOptions extends FluentOptions<InvertedResidualOptions> {
  private long stride = 1;
  private double expandRatio = 1;
  private LongFunction<? extends Layer> normLayer = BatchNorm2d::new;

  /** By how much the block makes images smaller; default 1, or 2. */
  public InvertedResidualOptions stride(long stride) {
    return with(o -> o.stride = stride);
  }

  public long stride() { return stride; }

  /** How many times the input's channels the block has inside; default 1. */
  public InvertedResidualOptions expandRatio(double expandRatio) {
    return with(o -> o.expandRatio = expandRatio);
  }

  public double expandRatio() { return expandRatio; }

  /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
  public InvertedResidualOptions normLayer(LongFunction<? extends Layer> normLayer) {
    return with(o -> o.normLayer = normLayer);
  }

  public LongFunction<? extends Layer> normLayer() { return normLayer; }

  @Override protected void validate() {
    if (stride != 1 && stride != 2) throw new TorchException("stride should be 1 or 2 instead of " + stride);
  }
}
