package dev.jtorch.vision.models;

import dev.jtorch.nn.Layer;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a residual block is built.
 *
 * @param stride by how much the block makes images smaller; 1 at first
 * @param downsample the shortcut, where it is not the input itself; null at first
 * @param groups into how many groups the middle convolution divides its channels; 1 at first
 * @param baseWidth the width of a group, relative to 64; 64 at first
 * @param dilation the steps between the elements of the middle kernel; 1 at first
 * @param normLayer makes the normalisation of some channels; a {@link BatchNorm2d} at first
 */
public record BlockOptions(long stride, @Nullable Layer downsample, long groups, long baseWidth, long dilation,
    LongFunction<? extends Layer> normLayer) {
  static final BlockOptions DEFAULT = new BlockOptions(1, null, 1, 64, 1, BatchNorm2d::new);

  /** {@return these options with images made smaller} */
  public BlockOptions stride(long steps) {
    return new BlockOptions(steps, downsample, groups, baseWidth, dilation, normLayer);
  }

  /** {@return these options with another shortcut; null is the input itself} */
  public BlockOptions downsample(@Nullable Layer shortcut) {
    return new BlockOptions(stride, shortcut, groups, baseWidth, dilation, normLayer);
  }

  /** {@return these options with channels in groups} */
  public BlockOptions groups(long count) {
    return new BlockOptions(stride, downsample, count, baseWidth, dilation, normLayer);
  }

  /** {@return these options with another width of a group} */
  public BlockOptions baseWidth(long width) {
    return new BlockOptions(stride, downsample, groups, width, dilation, normLayer);
  }

  /** {@return these options with other steps between the elements of the middle kernel} */
  public BlockOptions dilation(long steps) {
    return new BlockOptions(stride, downsample, groups, baseWidth, steps, normLayer);
  }

  /** {@return these options with another normalisation} */
  public BlockOptions normLayer(LongFunction<? extends Layer> maker) {
    return new BlockOptions(stride, downsample, groups, baseWidth, dilation, maker);
  }

  Layer norm(long channels) { return normLayer.apply(channels); }
}
