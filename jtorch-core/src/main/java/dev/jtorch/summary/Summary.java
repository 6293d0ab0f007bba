package dev.jtorch.summary;

import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.TensorTree;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A network's layers in the order in which they are called, with the shapes of their results and their numbers of parameters:
 * {@code System.out.println(Summary.of(net, 1, 3, 224, 224))}.
 *
 * <p>It runs the network once, in evaluation mode and without gradients, with hooks on all modules; modes and hooks are as
 * before afterwards. A layer that is called twice has two rows, the second of which says {@code (recursive)}; modules more
 * than three levels deep are counted in the rows above them.
 *
 * <p>The text is that of torchinfo 1.8 on Python 3.11 or later, character for character. Mult-adds count the uses of weights;
 * sizes are in millions of bytes, the results of layers with parameters counted twice, for the gradients.
 *
 * <p>Differs from torchinfo: each module gets its own mode back, where torchinfo gives all the root's, and the network is not
 * moved to another device.
 *
 * @see <a href="https://github.com/TylerYep/torchinfo">torchinfo</a>
 */
public final class Summary {
  /** What Python's storage object takes beside its elements; torchinfo counts it as part of the input. */
  private static final long STORAGE_OBJECT_BYTES = 64;

  private final Totals totals;
  private final String text;

  private Summary(List<LayerRow> rows, long inputBytes) {
    totals = Totals.of(rows, inputBytes);
    text = SummaryTable.of(rows, totals);
  }

  /**
   * The summary of a network for a float32 input of random numbers from [0, 1), drawn from the default generator.
   *
   * @param inputSize the input's sizes, the batch's among them
   * @throws TorchException if a size is not positive, or {@code forward} fails
   */
  public static Summary of(Model<Tensor, ?> net, long... inputSize) {
    if (inputSize.length == 0 || LongStream.of(inputSize).anyMatch(size -> size <= 0)) {
      throw new TorchException("Summary: inputSize is " + Arrays.toString(inputSize) + " (expected: positive sizes)");
    }
    Device device = net.parameters().stream().findFirst().map(Parameter::device).orElse(Device.CPU);
    try (Tensor random = Torch.rand(inputSize); Tensor input = random.to(device)) {
      return ofInput(net, input);
    }
  }

  /**
   * The summary of a network for an input of its own: of another type, or of several tensors in a record, list or map.
   *
   * @throws TorchException if {@code forward} fails
   */
  public static <I> Summary ofInput(Model<I, ?> net, I input) {
    long[] bytes = {0};
    TensorTree.forEach(input, tensor -> bytes[0] += tensor.nbytes() + STORAGE_OBJECT_BYTES);
    return new Summary(Probe.run(net, input), bytes[0]);
  }

  /** {@return the number of elements of all parameters, shared ones once} */
  public long totalParams() {
    return totals.parameters();
  }

  /** {@return how many of them require gradients} */
  public long trainableParams() { return totals.trainable(); }

  /** {@return the multiplications by weights of one forward pass} */
  public long totalMultAdds() {
    return totals.multAdds();
  }

  /** The table, without a line end behind it. */
  @Override public String toString() {
    return text;
  }
}
