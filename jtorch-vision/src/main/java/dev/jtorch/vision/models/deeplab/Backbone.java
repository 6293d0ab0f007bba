package dev.jtorch.vision.models.deeplab;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes feature maps of images: a network for classification without its classifier, with dilation in place of its last strides.
 *
 * <p>Shape: input {@code (N, 3, H, W)}, output the two maps of {@link Maps}.
 */
public abstract class Backbone extends Model<Tensor, Backbone.Maps> {
  /**
   * The two maps that a backbone computes.
   *
   * @param high the last map, smaller than the images by the output stride
   * @param low a map of an early layer, a quarter as high and wide as the images
   */
  public record Maps(Tensor high, Tensor low) {
  }

  Backbone() {}

  /** {@return how many channels the last map has} */
  public abstract long highChannels();

  /** {@return how many channels the early map has} */
  public abstract long lowChannels();

  /** Copies all that the backbone has from a state that may have more. */
  final void begin(@Nullable Map<String, ? extends Tensor> pretrained) {
    if (pretrained == null) return;
    Map<String, Tensor> known = new LinkedHashMap<>(pretrained);
    known.keySet().retainAll(stateDict().keySet());
    loadStateDict(known);
  }

  /** Refuses an output stride that is not among the legal ones. */
  final void requireStride(long stride, long... legal) {
    if (Arrays.stream(legal).anyMatch(l -> l == stride)) return;
    throw new TorchException(typeName() + ": outputStride is " + stride + " (expected: "
        + Arrays.stream(legal).mapToObj(String::valueOf).collect(Collectors.joining(" or ")) + ")");
  }

  /** How a {@link Backbone} is built. */
  public static final class Options extends FluentOptions<Options> {
    private long outputStride = 16;
    private LongFunction<? extends BatchNorm2d> normLayer = BatchNorm2d::new;
    private @Nullable Map<String, ? extends Tensor> pretrained;

    /** The images are this much larger than the last map; dilation replaces the strides beyond that; default 16. */
    public Options outputStride(long outputStride) {
      return with(o -> o.outputStride = outputStride);
    }

    public long outputStride() { return outputStride; }

    /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
    public Options normLayer(LongFunction<? extends BatchNorm2d> normLayer) {
      return with(o -> o.normLayer = normLayer);
    }

    public LongFunction<? extends BatchNorm2d> normLayer() { return normLayer; }

    /** {@return these options with normalisations that are synchronised, or plain ones} */
    public Options syncBn(boolean on) {
      return normLayer(on ? SynchronizedBatchNorm2d::new : BatchNorm2d::new);
    }

    /** The state to begin with; keys that the backbone does not have, such as those of the classifier that it was trained with, are ignored;
     * default null, which draws random values. */
    public Options pretrained(@Nullable Map<String, ? extends Tensor> pretrained) {
      return with(o -> o.pretrained = pretrained);
    }

    public @Nullable Map<String, ? extends Tensor> pretrained() { return pretrained; }

    BatchNorm2d norm(long channels) {
      return normLayer.apply(channels);
    }
  }
}
