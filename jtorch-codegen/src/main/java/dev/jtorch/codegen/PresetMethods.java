package dev.jtorch.codegen;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.global.torch;

/** The operators that the presets offer, found by name and exact argument types without loading a native library. */
final class PresetMethods {
  private final Map<String, List<Method>> functions = byName(torch.class);
  private final Map<String, List<Method>> members = byName(Tensor.class);

  /** Where a call goes: {@code torch.add} or a method of the first argument. */
  enum Form { FUNCTION, MEMBER }

  /** Finds the form in which the presets have this operator; fails with what they do have. */
  Form find(OpSignature op, List<String> argumentTypes) {
    if (has(functions, op, argumentTypes)) return Form.FUNCTION;
    boolean onTensor = !argumentTypes.isEmpty() && argumentTypes.get(0).equals(Tensor.class.getName());
    if (onTensor && has(members, op, argumentTypes.subList(1, argumentTypes.size()))) return Form.MEMBER;
    throw new IllegalArgumentException("no overload " + op.name() + argumentTypes + " -> " + op.result().presetType
        + " in the presets; they have:\n  " + Stream.of(functions, members)
            .flatMap(m -> m.getOrDefault(op.name(), List.of()).stream()).map(Method::toString)
            .map(s -> s.replace("org.bytedeco.pytorch.", "")).distinct().collect(Collectors.joining("\n  ")));
  }

  private static boolean has(Map<String, List<Method>> methods, OpSignature op, List<String> types) {
    return methods.getOrDefault(op.name(), List.of()).stream()
        .anyMatch(m -> Stream.of(m.getParameterTypes()).map(PresetMethods::typeName).toList().equals(types)
            && resultMatches(op, m.getReturnType()));
  }

  /** An in-place call's result is dropped, so whether the presets say Tensor, TensorBase or void does not matter. */
  private static boolean resultMatches(OpSignature op, Class<?> type) {
    if (op.result() != ResultKind.SELF) return type.getSimpleName().equals(op.result().presetType);
    return type == void.class || TensorBase.class.isAssignableFrom(type);
  }

  private static String typeName(Class<?> type) { return type.isArray() ? type.getCanonicalName() : type.getName(); }

  private static Map<String, List<Method>> byName(Class<?> type) {
    return Stream.of(type.getMethods()).collect(Collectors.groupingBy(Method::getName));
  }
}
