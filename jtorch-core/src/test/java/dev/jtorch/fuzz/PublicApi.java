package dev.jtorch.fuzz;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.jtorch.Linalg;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.functional.F;
import dev.jtorch.testing.LayerClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a user can call with plain values: functions, the methods of tensors, and the constructors of layers and losses. */
final class PublicApi {
  /** They change the process, end the tensor's life, or read and write files and memory. */
  private static final Pattern LEFT_OUT = Pattern.compile(
      "close|keep.*|set(Num|Default|Print|Anomaly|Deterministic).*|save.*|load.*|from.*|use.*|register.*|wait|notify.*|get(Class|NumThreads)");

  private PublicApi() {}

  /** In an order that does not change. */
  static List<Executable> matching(Pattern name) {
    List<Executable> all = Stream.of(functions(), Arrays.stream(Tensor.class.getMethods()), constructors())
        .flatMap(part -> part).map(Executable.class::cast)
        .filter(e -> !e.isSynthetic() && name.matcher(e.getName()).find())
        .filter(e -> !LEFT_OUT.matcher(e.getName()).matches())
        .sorted(Comparator.comparing(Executable::toString)).toList();
    all.forEach(e -> e.setAccessible(true)); // some are inherited from classes that are not public
    return all;
  }

  /** How to call a layer or loss with tensors: by a method that says so, or by the general one. */
  static Method call(Model<?, ?> layer) {
    List<Method> all =
        Arrays.stream(layer.getClass().getMethods()).filter(m -> m.getName().equals("call") && !m.isBridge()).toList();
    return all.stream().filter(m -> List.of(m.getParameterTypes()).contains(Tensor.class)).findFirst()
        .orElse(all.get(0));
  }

  private static Stream<Method> functions() {
    return Stream.of(Torch.class, F.class, Linalg.class).flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(m -> Modifier.isStatic(m.getModifiers()));
  }

  private static Stream<Constructor<?>> constructors() {
    return LayerClasses.all().map(JavaClass::reflect).flatMap(type -> Arrays.stream(type.getConstructors()));
  }
}
