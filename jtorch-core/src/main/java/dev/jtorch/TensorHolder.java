package dev.jtorch;

import java.util.function.UnaryOperator;

/**
 * A class of your own that holds tensors and shows them to JTorch.
 *
 * <p>JTorch looks for tensors in what modules take and return: to free everything else when a call ends, to run backward hooks, to
 * move inputs to a device, to print shapes. It looks into records, collections, maps, arrays and optionals by itself. Any other class
 * that can hold a tensor implements this interface; a module that returns one that does not is refused.
 *
 * <pre>{@code
 * final class Detections implements TensorHolder {
 *   final Tensor boxes;
 *   final List<Tensor> masks;
 *
 *   Detections(Tensor boxes, List<Tensor> masks) {
 *     this.boxes = boxes;
 *     this.masks = masks;
 *   }
 *
 *   @Override public Detections mapTensors(UnaryOperator<Tensor> change) {
 *     return new Detections(change.apply(boxes), masks.stream().map(change).toList());
 *   }
 * }
 * }</pre>
 */
public interface TensorHolder {
  /**
   * An object like this one, with {@code change} applied to each of its tensors, always in the same order. To see the tensors without
   * changing them, JTorch calls it with a function that returns what it is given, and drops the result.
   *
   * @return of the same class; this object itself only if its tensors cannot be replaced
   */
  TensorHolder mapTensors(UnaryOperator<Tensor> change);
}
