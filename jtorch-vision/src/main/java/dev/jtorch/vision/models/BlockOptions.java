package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** How a residual block is built. */
public final class BlockOptions extends FluentOptions<BlockOptions> {
  private long stride = 1;
  private @Nullable Layer downsample;
  private long groups = 1;
  private long baseWidth = 64;
  private long dilation = 1;
  private LongFunction<? extends Layer> normLayer = BatchNorm2d::new;

  /** By how much the block makes images smaller; default 1. */
  public BlockOptions stride(long stride) {
    return with(o -> o.stride = stride);
  }

  public long stride() { return stride; }

  /** The shortcut, where it is not the input itself; default null. */
  public BlockOptions downsample(@Nullable Layer downsample) {
    return with(o -> o.downsample = downsample);
  }

  public @Nullable Layer downsample() { return downsample; }

  /** Number of groups of the middle convolution; default 1. */
  public BlockOptions groups(long groups) {
    return with(o -> o.groups = groups);
  }

  public long groups() { return groups; }

  /** The width of a group, relative to 64; default 64. */
  public BlockOptions baseWidth(long baseWidth) {
    return with(o -> o.baseWidth = baseWidth);
  }

  public long baseWidth() { return baseWidth; }

  /** The steps between the elements of the middle kernel; default 1. */
  public BlockOptions dilation(long dilation) {
    return with(o -> o.dilation = dilation);
  }

  public long dilation() { return dilation; }

  /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
  public BlockOptions normLayer(LongFunction<? extends Layer> normLayer) {
    return with(o -> o.normLayer = normLayer);
  }

  public LongFunction<? extends Layer> normLayer() { return normLayer; }

  Layer norm(long channels) { return normLayer.apply(channels); }
}
