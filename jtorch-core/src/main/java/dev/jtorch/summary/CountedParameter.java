package dev.jtorch.summary;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter of a module or of its descendants.
 *
 * @param name its path; that of a pruned parameter without {@code _orig}
 * @param shape the parameter's
 * @param count how many elements it has; of a pruned parameter, how many its mask keeps
 * @param bytes what they take
 * @param trainable whether it requires gradients
 */
record CountedParameter(String name, List<Long> shape, long count, long bytes, boolean trainable) {
  private static final String PRUNED = "_orig";

  static List<CountedParameter> allOf(Module module) {
    var all = new ArrayList<CountedParameter>();
    module.namedParameters().forEach((name, parameter) -> all.add(of(module, name, parameter)));
    return List.copyOf(all);
  }

  private static CountedParameter of(Module module, String path, Parameter parameter) {
    String name = path;
    long count = parameter.numel();
    if (path.endsWith(PRUNED)) {
      String kept = path.substring(0, path.length() - PRUNED.length());
      Tensor mask = module.namedBuffers().get(kept + "_mask");
      if (mask != null) {
        name = kept;
        count = sum(mask);
      }
    }
    return new CountedParameter(name, List.copyOf(parameter.shape()), count, count * parameter.elementSize(),
        parameter.requiresGrad());
  }

  private static long sum(Tensor mask) {
    try (var scope = Scope.open()) {
      return (long) mask.sum().item();
    }
  }

  /** The multiplications by this parameter in one call of its module. */
  long multAdds(String typeName, TensorSize output) {
    if (name.equals("weight") || name.equals("bias")) {
      return count * (typeName.contains("Conv") ? output.positions() : output.batch());
    }
    return name.contains("weight") || name.contains("bias") ? count * output.steps() : 0;
  }

  /** The shape as torchinfo shows it: a weight's with the inputs first. */
  List<Long> shown() {
    if (!name.equals("weight") || shape.size() < 2) return shape;
    var swapped = new ArrayList<>(shape);
    swapped.set(0, shape.get(1));
    swapped.set(1, shape.get(0));
    return swapped;
  }
}
