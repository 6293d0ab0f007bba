package dev.jtorch.summary;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Cuda;
import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.Model;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The text that torchsummary 1.5.1 prints for a network, character for character:
 * {@code System.out.println(TorchSummary.of(net, 3, 224, 224))}. {@link Summary} is the right one for all else.
 *
 * <p>It runs the network once with random inputs, a batch of two whatever the batch's size in the text. It leaves mode and
 * gradient mode as they are: in training, batch norm's running statistics take note of the pass. A row is a call that has come to
 * its end, so inner modules stand before those that contain them; there is none for chains, lists and the root.
 *
 * <p>Kept as they are: a module that stands at several places has a row for each, and one that is called twice counts twice;
 * only parameters named weight and bias count, by the weight's flag ({@link TorchSummaryOptions} mends these two); several results
 * show -1 whatever the batch's size, and their sizes are multiplied together, as those of several inputs are; results of
 * opposite sign cancel out in the sum; the input goes to CUDA where there is one, the network does not; numbers are rounded half to
 * even.
 *
 * <p>Mended: a network without parameters prints zeros, where torchsummary fails, as does one layer alone; modules may be given
 * lists; results may be nested, be a map, a scalar or nothing, and have any number of dimensions each: all their tensors are
 * shown in one list; hooks are removed also when {@code forward} throws, and nothing is printed then.
 *
 * @see <a href="https://github.com/sksq96/pytorch-summary">torchsummary</a>
 */
public final class TorchSummary {
  private static final double BYTES = 4;
  private static final double MEGABYTE = 1024 * 1024;
  private static final String THIN = "-".repeat(64);
  private static final String THICK = "=".repeat(64);

  private final List<TorchSummaryRow> rows;
  private final double inputSize;

  private TorchSummary(List<TorchSummaryRow> rows, double inputSize) {
    this.rows = List.copyOf(rows);
    this.inputSize = inputSize;
  }

  /**
   * The summary of a network.
   *
   * @param inputSize the input's sizes, without the batch's
   * @throws TorchException if a size is not positive, or {@code forward} throws it
   */
  public static TorchSummary of(Model<Tensor, ?> net, long... inputSize) {
    return of(net, o -> o, inputSize);
  }

  /**
   * The summary of a network, with options.
   *
   * @throws DeviceException if the device is neither cuda nor cpu
   * @throws TorchException if a size is not positive, or {@code forward} throws it
   */
  public static TorchSummary of(Model<Tensor, ?> net, UnaryOperator<TorchSummaryOptions> with, long... inputSize) {
    return ofSizes(net, inputs -> inputs.get(0), with, Size.of(inputSize));
  }

  /**
   * The summary of a network of several inputs, each of which gets a batch of two.
   *
   * @param join makes what the network takes of one tensor for each size
   * @throws TorchException if a size is not positive, or {@code forward} throws it
   */
  public static <I> TorchSummary ofSizes(Model<I, ?> net, Function<List<Tensor>, I> join, Size... inputSizes) {
    return ofSizes(net, join, o -> o, inputSizes);
  }

  /**
   * The summary of a network of several inputs, with options.
   *
   * @throws DeviceException if the device is neither cuda nor cpu
   * @throws TorchException if a size is not positive, or {@code forward} throws it
   */
  public static <I> TorchSummary ofSizes(Model<I, ?> net, Function<List<Tensor>, I> join,
      UnaryOperator<TorchSummaryOptions> with, Size... inputSizes) {
    TorchSummaryOptions options = configured(new TorchSummaryOptions(), with);
    Device device = device(options.device());
    try (var scope = Scope.open()) {
      I input = join.apply(RandomInputs.ofTwo(List.of(inputSizes), device));
      long elements = Stream.of(inputSizes).flatMap(Size::stream).reduce(1L, (a, b) -> a * b);
      return new TorchSummary(TorchSummaryProbe.run(net, input, options),
          megabytes(elements * options.batchSize() * BYTES));
    }
  }

  private static Device device(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    if (!known.equals("cuda") && !known.equals("cpu")) {
      throw new DeviceException("Input device is not valid, please specify 'cuda' or 'cpu'");
    }
    return Device.of(known.equals("cuda") && Cuda.isAvailable() ? "cuda" : "cpu");
  }

  private static double megabytes(double bytes) { return Math.abs(bytes / MEGABYTE); }

  /** {@return the rows in the order in which the calls ended} */
  public List<TorchSummaryRow> rows() { return rows; }

  /** {@return the sum of all rows' parameters, repeated ones each time} */
  public long totalParams() {
    return rows.stream().mapToLong(TorchSummaryRow::params).sum();
  }

  /** {@return the sum of all rows' trainable parameters} */
  public long trainableParams() {
    return rows.stream().mapToLong(TorchSummaryRow::trainableParams).sum();
  }

  /** The text, without a line end behind it. */
  @Override public String toString() {
    // twice for the gradients, and in Python's order of operations, because the last digit can depend on it
    double outputs = megabytes(2. * rows.stream().mapToLong(TorchSummaryRow::product).sum() * BYTES);
    double params = megabytes(totalParams() * BYTES);
    Stream<String> head = Stream.of(THIN, line("Layer (type)", "Output Shape", "Param #"), THICK);
    Stream<String> body = rows.stream()
        .map(row -> line(row.name(), row.shapeText(), PythonNumbers.grouped(row.params())));
    Stream<String> foot = Stream.of(THICK, "Total params: " + PythonNumbers.grouped(totalParams()),
        "Trainable params: " + PythonNumbers.grouped(trainableParams()),
        "Non-trainable params: " + PythonNumbers.grouped(totalParams() - trainableParams()), THIN,
        "Input size (MB): " + PythonNumbers.fixed(inputSize, 2),
        "Forward/backward pass size (MB): " + PythonNumbers.fixed(outputs, 2),
        "Params size (MB): " + PythonNumbers.fixed(params, 2),
        "Estimated Total Size (MB): " + PythonNumbers.fixed(params + outputs + inputSize, 2), THIN);
    return String.join("\n", Stream.of(head, body, foot).flatMap(lines -> lines).toList());
  }

  /** Right-aligned, and wider where a cell is. */
  private static String line(String name, String shape, String params) {
    return String.format(Locale.ROOT, "%20s  %25s %15s", name, shape, params);
  }
}
