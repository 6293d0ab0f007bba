package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Model;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What makes maps of images: a network for classification without its end, with dilation in place of its last strides.
 *
 * <p>Shape: input {@code (N, 3, H, W)}, output the two maps of {@link Maps}.
 */
public abstract class Backbone extends Model<Tensor, Backbone.Maps> {
  /**
   * What a backbone makes of images.
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
}
