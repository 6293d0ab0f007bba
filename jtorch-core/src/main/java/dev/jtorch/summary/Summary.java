package dev.jtorch.summary;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Device;
import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.TensorTree;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A network's layers in the order in which they are called, with the shapes of their results and their numbers of parameters:
 * {@code System.out.println(Summary.of(net, 1, 3, 224, 224))}.
 *
 * <p>It runs the network once, in evaluation mode and without gradients, with hooks on all modules; modes and hooks are as
 * before afterwards. A layer that is called twice has two rows, the second of which says {@code (recursive)}; modules more
 * than three levels deep are counted in the rows above them. Without an input it lists the modules in the order of the tree.
 *
 * <p>The text is that of torchinfo 1.8 on Python 3.11 or later, character for character. Mult-adds count the uses of weights;
 * sizes are in millions of bytes, the results of layers with parameters counted twice, for the gradients.
 *
 * <p>Differs from torchinfo: each module gets its own mode back, where torchinfo gives all the root's; the network is moved to
 * another device only when the options name one; a record stands for several arguments or results; results that hold no
 * tensor have no shape, where torchinfo refuses some of them; a kernel's size is what the printed layer says; an input that
 * is a view counts its own elements alone. Markdown and JSON are JTorch's own.
 *
 * @see TorchSummary
 * @see <a href="https://github.com/TylerYep/torchinfo">torchinfo</a>
 */
public final class Summary {
  /** What Python's storage object takes beside its elements; torchinfo counts it as part of the input. */
  private static final long STORAGE_OBJECT_BYTES = 64;

  private final List<LayerRow> rows;
  private final Totals totals;
  private final SummaryOptions options;
  private final boolean withInput;

  private Summary(List<LayerRow> rows, long inputBytes, SummaryOptions options, boolean withInput) {
    this.rows = List.copyOf(rows);
    totals = Totals.of(rows, inputBytes);
    this.options = options;
    this.withInput = withInput;
  }

  /** The summary of a network that is not run: its modules and their parameters, without shapes and mult-adds. */
  public static Summary of(Module net) {
    return of(net, o -> o);
  }

  /**
   * The summary of a network that is not run.
   *
   * @throws TorchException if the options ask for a column that needs an input
   */
  public static Summary of(Module net, UnaryOperator<SummaryOptions> with) {
    SummaryOptions options = configured(new SummaryOptions(), with).checked().withoutInput();
    return new Summary(new LayerTree(net).rows(), 0, options, false);
  }

  /**
   * The summary of a network for a float32 input of random numbers from [0, 1), drawn from the default generator.
   *
   * @param inputSize the input's sizes, the batch's among them
   * @throws TorchException if a size is not positive, or {@code forward} fails
   */
  public static Summary of(Model<Tensor, ?> net, long... inputSize) {
    return of(net, o -> o, inputSize);
  }

  /**
   * The summary of a network for an input of random numbers:
   * {@code Summary.of(net, o -> o.depth(4).colNames(ColumnSettings.OUTPUT_SIZE), 1, 3, 224, 224)}.
   *
   * @throws TorchException if a size is not positive, {@code forward} fails, or the options make no sense
   */
  public static Summary of(Model<Tensor, ?> net, UnaryOperator<SummaryOptions> with, long... inputSize) {
    return ofSizes(net, inputs -> inputs.get(0), with, Size.of(inputSize));
  }

  /**
   * The summary of a network of several inputs:
   * {@code Summary.ofSizes(net, in -> new Model2.Inputs<>(in.get(0), in.get(1)), Size.of(4, 3), Size.of(4, 5))}.
   *
   * @param join makes what the network takes of one tensor for each size
   * @throws TorchException if a size is not positive, or {@code forward} fails
   */
  public static <I> Summary ofSizes(Model<I, ?> net, Function<List<Tensor>, I> join, Size... inputSizes) {
    return ofSizes(net, join, o -> o, inputSizes);
  }

  /**
   * The summary of a network of several inputs, with options.
   *
   * @throws TorchException if a size is not positive, {@code forward} fails, or the options make no sense
   */
  public static <I> Summary ofSizes(Model<I, ?> net, Function<List<Tensor>, I> join,
      UnaryOperator<SummaryOptions> with, Size... inputSizes) {
    SummaryOptions options = configured(new SummaryOptions(), with).checked();
    try (var scope = Scope.open()) {
      Device device = Objects.requireNonNullElseGet(options.pass().device(), () -> device(net));
      return of(net, join.apply(RandomInputs.of(List.of(inputSizes), options.pass(), device)), options);
    }
  }

  private static Device device(Module net) {
    return net.parameters().stream().findFirst().map(Parameter::device).orElse(Device.CPU);
  }

  /**
   * The summary of a network for an input of its own: of another type, or of several tensors in a record, list or map.
   *
   * @throws TorchException if {@code forward} fails
   */
  public static <I> Summary ofInput(Model<I, ?> net, I input) {
    return ofInput(net, o -> o, input);
  }

  /**
   * The summary of a network for an input of its own, with options.
   *
   * @throws TorchException if {@code forward} fails, or the options make no sense
   */
  @SuppressWarnings("unchecked") // an input with its tensors elsewhere is of the same type
  public static <I> Summary ofInput(Model<I, ?> net, UnaryOperator<SummaryOptions> with, I input) {
    SummaryOptions options = configured(new SummaryOptions(), with).checked();
    Device device = options.pass().device();
    try (var scope = Scope.open()) {
      I there =
          device == null ? input : (I) Objects.requireNonNull(TensorTree.map(input, tensor -> tensor.to(device)));
      return of(net, there, options);
    }
  }

  private static <I> Summary of(Model<I, ?> net, I input, SummaryOptions options) {
    Device device = options.pass().device();
    if (device != null) net.to(device);
    long[] bytes = {0};
    TensorTree.forEach("input", input, tensor -> bytes[0] += tensor.nbytes() + STORAGE_OBJECT_BYTES);
    return new Summary(Probe.run(net, input, options.pass()), bytes[0], options, true);
  }

  /** {@return all rows, also those that the table does not show} */
  public List<LayerRow> rows() { return rows; }

  /** {@return the sums} */
  public Totals totals() { return totals; }

  /** {@return the number of elements of all parameters, shared ones once} */
  public long totalParams() {
    return totals.params();
  }

  /** {@return how many of them require gradients} */
  public long trainableParams() {
    return totals.trainableParams();
  }

  /** {@return the multiplications by weights of one forward pass} */
  public long totalMultAdds() {
    return totals.multAdds();
  }

  /** {@return the table and the totals in Markdown, without a line end behind them} */
  public String toMarkdown() {
    return SummaryTable.markdown(this);
  }

  /** {@return the rows that the table shows, and the totals, as JSON with torchinfo's names; the same for equal networks} */
  public String toJson() {
    return SummaryJson.of(this);
  }

  /** The table, without a line end behind it. */
  @Override public String toString() { return SummaryTable.of(this); }

  SummaryOptions options() { return options; }

  boolean withInput() { return withInput; }

  Cells cells() {
    return new Cells(options, totals.params());
  }

  List<LayerRow> shownRows() {
    boolean once = options.has(RowSettings.HIDE_RECURSIVE_LAYERS);
    return rows.stream().filter(row -> row.depth() <= options.depth() && !(once && row.recursive())).toList();
  }
}
