package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Backbone} is built.
 *
 * @param outputStride by how much the last map is smaller than images; dilation stands for the strides that would exceed it; 16
 *     at first
 * @param normLayer makes the normalisation of some channels; a {@link BatchNorm2d} at first
 * @param pretrained the state to begin with, in place of random values; keys that the backbone does not have, such as those of the
 *     classifier that it was trained with, are passed over; null at first
 */
public record BackboneOptions(long outputStride, LongFunction<? extends BatchNorm2d> normLayer,
    @Nullable Map<String, ? extends Tensor> pretrained) {
  static final BackboneOptions DEFAULT = new BackboneOptions(16, BatchNorm2d::new, null);

  /** {@return these options with another size of the last map} */
  public BackboneOptions outputStride(long stride) {
    return new BackboneOptions(stride, normLayer, pretrained);
  }

  /** {@return these options with another normalisation} */
  public BackboneOptions normLayer(LongFunction<? extends BatchNorm2d> maker) {
    return new BackboneOptions(outputStride, maker, pretrained);
  }

  /** {@return these options with normalisations that are synchronised, or plain ones} */
  public BackboneOptions syncBn(boolean on) {
    return normLayer(on ? SynchronizedBatchNorm2d::new : BatchNorm2d::new);
  }

  /** {@return these options with a state to begin with; null is random values} */
  public BackboneOptions pretrained(@Nullable Map<String, ? extends Tensor> state) {
    return new BackboneOptions(outputStride, normLayer, state);
  }

  BatchNorm2d norm(long channels) {
    return normLayer.apply(channels);
  }
}
