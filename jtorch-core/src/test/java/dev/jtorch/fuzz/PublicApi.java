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

  /** What can be called with random arguments, in an order that does not change. */
  static List<Executable> matching(Pattern name) {
    return all(name).filter(e -> !LEFT_OUT.matcher(e.getName()).matches()).toList();
  }

  /**
   * What takes an argument that can be null; it must refuse that, so it may be what would do harm if it succeeded. Saving is left
   * out, because null can be saved.
   */
  static List<Executable> takingReferences(Pattern name) {
    return all(name)
        .filter(e -> e.getDeclaringClass().getName().startsWith("dev.jtorch.") && !e.getName().equals("save"))
        .filter(e -> !Stream.of(e.getParameterTypes()).allMatch(Class::isPrimitive)).toList();
  }

  private static Stream<Executable> all(Pattern name) {
    return Stream.of(functions(), Arrays.stream(Tensor.class.getMethods()), constructors())
        .flatMap(part -> part).map(Executable.class::cast)
        .filter(e -> !e.isSynthetic() && name.matcher(e.getName()).find())
        .peek(e -> e.setAccessible(true)) // some are inherited from classes that are not public
        .sorted(Comparator.comparing(Executable::toString));
  }

  /** How to call a layer or loss with tensors: with as many as it takes. */
  static Method call(Model<?, ?> layer) {
    return Arrays.stream(layer.getClass().getMethods()).filter(m -> m.getName().equals("call") && !m.isBridge())
        .max(Comparator.comparing(Method::getParameterCount)).orElseThrow();
  }

  private static Stream<Method> functions() {
    return Stream.of(Torch.class, F.class, Linalg.class).flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(m -> Modifier.isStatic(m.getModifiers()));
  }

  private static Stream<Constructor<?>> constructors() {
    return LayerClasses.all().map(JavaClass::reflect).flatMap(type -> Arrays.stream(type.getConstructors()));
  }
}
