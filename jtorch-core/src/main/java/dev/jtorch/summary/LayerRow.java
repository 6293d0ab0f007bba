package dev.jtorch.summary;

import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of one module, or a container that is never called: a row of the table. */
final class LayerRow {
  final Module module;
  final int depth;
  /** The row's place in the tree of modules; null for the root. */
  final @Nullable LayerRow parent;
  final boolean leaf;
  /** The rows below, down to the leaves; known once the forward pass is over. */
  List<LayerRow> below = List.of();
  /** The number of this row among those of its depth, from 1 up. */
  int index;
  /** Whether an earlier row is the same module. */
  boolean recursive;

  /** Whether the call has come to its end. */
  boolean executed;
  TensorSize output = TensorSize.NONE;
  long parameters;
  long parameterBytes;
  long trainable;
  long multAdds;

  LayerRow(Module module, int depth, @Nullable LayerRow parent) {
    this.module = module;
    this.depth = depth;
    this.parent = parent;
    leaf = module.children().stream().allMatch(LayerRow::isEmptyContainer);
  }

  /** Python takes an empty container for false, and so torchinfo does not see it among the children. */
  private static boolean isEmptyContainer(Module child) {
    return child instanceof Iterable<?> elements && !elements.iterator().hasNext();
  }

  /** Counts anew, because a container's row can be shown again. */
  void countParameters() {
    parameters = 0;
    parameterBytes = 0;
    trainable = 0;
    for (Parameter parameter : module.parameters()) {
      parameters += parameter.numel();
      parameterBytes += parameter.nbytes();
      if (parameter.requiresGrad()) trainable += parameter.numel();
    }
  }

  /** Takes note of the result, and counts a multiplication for each use of a weight in it. */
  void end(TensorSize result) {
    executed = true;
    output = result;
    for (Map.Entry<String, Parameter> entry : module.namedParameters().entrySet()) {
      String name = entry.getKey();
      long count = entry.getValue().numel();
      if (name.equals("weight") || name.equals("bias")) multAdds += count * usesOfOwn();
      else if (name.contains("weight") || name.contains("bias")) multAdds += count * output.steps();
    }
  }

  private long usesOfOwn() {
    if (module.typeName().contains("Conv")) return output.positions();
    return output.sizes().isEmpty() ? 1 : output.sizes().get(0);
  }

  /** Parameters that no row below counts: those of the module's own, and of children that were not called. */
  long leftoverParameters() {
    return parameters - countedBelow(false);
  }

  long leftoverTrainable() { return trainable - countedBelow(true); }

  private long countedBelow(boolean onlyTrainable) {
    long sum = 0;
    for (LayerRow row : below) {
      if (row.recursive) continue;
      if (row.leaf) sum += onlyTrainable ? row.trainable : row.parameters;
      else sum += onlyTrainable ? row.leftoverTrainable() : row.leftoverParameters();
    }
    return sum;
  }

  /** Such as {@code Conv2d: 1-3}. */
  String name() {
    return depth == 0 ? module.typeName() : module.typeName() + ": " + depth + "-" + index;
  }
}
