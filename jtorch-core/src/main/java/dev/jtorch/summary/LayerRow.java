package dev.jtorch.summary;

import dev.jtorch.nn.Module;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link Summary}: one call of one module, or a container that is never called. Its numbers are those of the
 * forward pass; what happens to the module later does not change them.
 */
public final class LayerRow {
  private final Module module;
  private final String varName;
  private final int depth;
  /** The row's place in the tree of modules; null for the root. */
  final @Nullable LayerRow parent;
  private final boolean leaf;
  private final KernelSize kernel;
  private List<CountedParameter> parameters = List.of();
  private TensorSize input = TensorSize.NONE;
  private TensorSize output = TensorSize.NONE;
  private long multAdds;
  private boolean executed;
  /** The rows below, down to the leaves; known once the forward pass is over. */
  private List<LayerRow> below = List.of();
  private int index;
  private boolean recursive;

  LayerRow(Module module, String varName, @Nullable LayerRow parent) {
    this.module = module;
    this.varName = varName;
    this.parent = parent;
    depth = parent == null ? 0 : parent.depth + 1;
    leaf = module.children().stream().allMatch(LayerRow::isEmptyContainer);
    kernel = KernelSize.of(module);
  }

  /** Another row for the same place. */
  LayerRow again() { return new LayerRow(module, varName, parent); }

  /** Python takes an empty container for false, and so torchinfo does not see it among the children. */
  private static boolean isEmptyContainer(Module child) {
    return child instanceof Iterable<?> elements && !elements.iterator().hasNext();
  }

  /**
   * Counts, at the moment of the call or, for a container that is not called, of its first row.
   *
   * @param again whether an earlier row is the same module
   */
  void begin(boolean again) {
    parameters = CountedParameter.allOf(module);
    recursive = again;
  }

  /** Takes note of what went in and came out, and counts a multiplication for each use of a weight. */
  void end(TensorSize given, TensorSize returned) {
    executed = true;
    input = given;
    output = returned;
    multAdds += sum(parameter -> parameter.multAdds(typeName(), returned));
  }

  void place(int number, List<LayerRow> rowsBelow) {
    index = number;
    below = List.copyOf(rowsBelow);
  }

  private long sum(ToLongFunction<CountedParameter> what) { return parameters.stream().mapToLong(what).sum(); }

  /** {@return the module} */
  public Module module() { return module; }

  /** {@return the name of the module's class} */
  public String typeName() { return module.typeName(); }

  /** {@return the key under which the module stands in its parent; the root's class name for the root} */
  public String varName() {
    return varName;
  }

  /** {@return how many levels the module lies below the root} */
  public int depth() { return depth; }

  /** {@return the number of this row among those of its depth, from 1 up} */
  public int index() { return index; }

  /** {@return whether the module has no children} */
  public boolean leaf() { return leaf; }

  /** {@return whether an earlier row is the same module} */
  public boolean recursive() { return recursive; }

  /** {@return the sizes of the first tensor that the module is given; empty where there is none} */
  public List<Long> inputSize() {
    return input.sizes();
  }

  /** {@return the sizes of the first tensor that the module returns; empty where there is none} */
  public List<Long> outputSize() {
    return output.sizes();
  }

  /** {@return the size of the module's kernel, one for each dimension or one for all; empty where it has none} */
  public List<Long> kernelSize() {
    return kernel.sizes();
  }

  /** {@return the elements of all parameters of the module and its descendants} */
  public long numParams() {
    return sum(CountedParameter::count);
  }

  /** {@return how many of them require gradients} */
  public long trainableParams() {
    return sum(parameter -> parameter.trainable() ? parameter.count() : 0);
  }

  /** {@return the multiplications by weights of this call} */
  public long multAdds() { return multAdds; }

  TensorSize input() { return input; }

  TensorSize output() { return output; }

  KernelSize kernel() { return kernel; }

  boolean executed() { return executed; }

  List<LayerRow> below() { return below; }

  long parameterBytes() {
    return sum(CountedParameter::bytes);
  }

  /** The parameters that have rows of their own; for the root those alone that no module below it has. */
  List<CountedParameter> shownParameters() {
    return parameters.stream().filter(p -> parent != null || p.name().indexOf('.') < 0).toList();
  }

  /** Parameters that no row below counts: those of the module's own, and of children that were not called. */
  long leftoverParams() {
    return numParams() - countedBelow(LayerRow::numParams, LayerRow::leftoverParams);
  }

  long leftoverTrainable() {
    return trainableParams() - countedBelow(LayerRow::trainableParams, LayerRow::leftoverTrainable);
  }

  private long countedBelow(ToLongFunction<LayerRow> ofLeaf, ToLongFunction<LayerRow> ofContainer) {
    return below.stream().filter(row -> !row.recursive)
        .mapToLong(row -> (row.leaf ? ofLeaf : ofContainer).applyAsLong(row)).sum();
  }

  /**
   * The size of a layer's kernel or window.
   *
   * @param sizes one for each dimension, or one for all; empty where the layer has no kernel
   * @param tuple whether the layer has a tuple in Python, rather than one number
   */
  record KernelSize(List<Long> sizes, boolean tuple) {
    /** What Python's layers with a kernel print about themselves. */
    private static final Pattern PRINTED = Pattern.compile("\\bkernel_size=(\\(?)(\\d+(?:, \\d+)*)");

    /** Read off the printed layer, which says what it has under which name, whatever its class. */
    static KernelSize of(Module layer) {
      Matcher printed = PRINTED.matcher(layer.children().isEmpty() ? layer.toString() : "");
      if (!printed.find()) return new KernelSize(List.of(), false);
      List<Long> sizes = Stream.of(printed.group(2).split(", ")).map(Long::valueOf).toList();
      return new KernelSize(sizes, !printed.group(1).isEmpty());
    }

    @Override public String toString() {
      if (sizes.isEmpty()) return "--";
      return tuple ? sizes.toString() : sizes.get(0).toString();
    }
  }
}
