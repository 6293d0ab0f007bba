package dev.jtorch.vision.models.deeplab;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** How a {@link Backbone} is built. */
public final class BackboneOptions extends FluentOptions<BackboneOptions> {
  private long outputStride = 16;
  private LongFunction<? extends BatchNorm2d> normLayer = BatchNorm2d::new;
  private @Nullable Map<String, ? extends Tensor> pretrained;

  /** By how much the last map is smaller than images; dilation stands for the strides that would exceed it; default 16. */
  public BackboneOptions outputStride(long outputStride) {
    return with(o -> o.outputStride = outputStride);
  }

  public long outputStride() { return outputStride; }

  /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
  public BackboneOptions normLayer(LongFunction<? extends BatchNorm2d> normLayer) {
    return with(o -> o.normLayer = normLayer);
  }

  public LongFunction<? extends BatchNorm2d> normLayer() { return normLayer; }

  /** {@return these options with normalisations that are synchronised, or plain ones} */
  public BackboneOptions syncBn(boolean on) {
    return normLayer(on ? SynchronizedBatchNorm2d::new : BatchNorm2d::new);
  }

  /** The state to begin with, in place of random values; keys that the backbone does not have, such as those of the classifier that it was trained with, are passed over; default null. */
  public BackboneOptions pretrained(@Nullable Map<String, ? extends Tensor> pretrained) {
    return with(o -> o.pretrained = pretrained);
  }

  public @Nullable Map<String, ? extends Tensor> pretrained() { return pretrained; }

  BatchNorm2d norm(long channels) {
    return normLayer.apply(channels);
  }
}
