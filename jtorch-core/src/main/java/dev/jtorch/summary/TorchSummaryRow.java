package dev.jtorch.summary;

import java.util.List;
import java.util.stream.Stream;

/**
 * A row of a {@link TorchSummary}: a call of a module that has come to its end.
 *
 * @param name the class's name and the row's number, such as {@code Conv2d-1}
 * @param outputShapes of all tensors that the module returned, with the batch's size replaced
 * @param single whether it returned just a tensor, no structure of tensors
 * @param params elements of the module's own parameters
 * @param trainableParams how many of them count as trainable
 */
public record TorchSummaryRow(String name, List<List<Long>> outputShapes, boolean single, long params,
    long trainableParams) {
  /** {@return the shape as Python prints it, or the list of shapes} */
  String shapeText() {
    return single ? outputShapes.get(0).toString() : outputShapes.toString();
  }

  /** The product of all sizes of all shapes, as numpy takes it of a list of lists. */
  long product() {
    return outputShapes.stream().map(List::stream).flatMap(Stream::sequential).reduce(1L, (a, b) -> a * b);
  }
}
