package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.jtorch.optim.GroupOptions;
import dev.jtorch.testing.HouseRules;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every modifier of every class of options changes the option of its name and no other. */
class OptionsTest {
  /** Modifiers that set several fields, or one of another name: a shorthand, or two forms of one setting. */
  private static final Set<String> OTHERWISE = Set.of("ConvOptions.padding", "AdamOptions.betas", "LoaderOptions.seed",
      "CheckpointOptions.mapLocation", "WholeModelOptions.allow");

  static Stream<Class<?>> options() {
    return HouseRules.mainClasses().stream().filter(c -> c.isAssignableTo(FluentOptions.class))
        .filter(c -> !c.isEquivalentTo(FluentOptions.class))
        .filter(c -> !c.isEquivalentTo(GroupOptions.class)) // which has its options by name
        .<Class<?>>map(JavaClass::reflect);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options") void modifiers_changeTheirOwnOptionOnly(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object defaults = constructor.newInstance();
    assertThat(defaults).isEqualTo(constructor.newInstance()).hasSameHashCodeAs(constructor.newInstance());
    String before = defaults.toString();
    for (Method modifier : type.getDeclaredMethods()) {
      if (!isModifier(modifier, type)) continue;
      modifier.setAccessible(true);
      String name = type.getSimpleName() + "." + modifier.getName();
      Object changed = modifier.invoke(defaults, arguments(modifier, defaults));
      assertThat(defaults.toString()).as(name + " leaves the original").isEqualTo(before);
      List<String> fields = changedFields(type, defaults, changed);
      if (OTHERWISE.contains(name)) assertThat(fields).as(name).isNotEmpty();
      else if (hasField(type, modifier.getName())) assertThat(fields).as(name).containsExactly(modifier.getName());
      else assertThat(fields).as(name).hasSize(1); // an option of options inside
    }
  }

  private static boolean isModifier(Method method, Class<?> type) {
    return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic() && method.getReturnType() == type && method.getParameterCount() > 0
        && Arrays.stream(method.getParameterTypes()).noneMatch(t -> t.getSimpleName().equals("SavedValues"))
        && !method.getName().equals("checked") && !method.getName().equals("inDimensions");
  }

  private static boolean hasField(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredFields()).anyMatch(f -> f.getName().equals(name));
  }

  private static List<String> changedFields(Class<?> type, Object before, Object after)
      throws IllegalAccessException {
    var changed = new ArrayList<String>();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) continue;
      field.setAccessible(true);
      if (!Objects.deepEquals(field.get(before), field.get(after))) changed.add(field.getName());
    }
    return changed;
  }

  private static Object[] arguments(Method modifier, Object defaults) throws IllegalAccessException {
    Class<?>[] types = modifier.getParameterTypes();
    var arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) arguments[i] = argument(types[i], current(modifier.getName(), defaults));
    return arguments;
  }

  /** The value of an option, which may stand in options inside these. */
  private static Object current(String name, Object options) throws IllegalAccessException {
    for (Field field : options.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) continue;
      field.setAccessible(true);
      Object value = field.get(options);
      if (field.getName().equals(name)) return value;
      if (value instanceof FluentOptions<?> && current(name, value) != null) return current(name, value);
    }
    return null;
  }

  /** A value of a type that differs from the one there is. */
  private static Object argument(Class<?> type, Object current) {
    if (type == boolean.class || type == Boolean.class) return !Boolean.TRUE.equals(current);
    if (type == int.class || type == Integer.class) return 7;
    if (type == long.class || type == Long.class) return 7L;
    if (type == double.class || type == Double.class) return 0.625;
    if (type == Number.class) return 7;
    if (type == String.class) return "a.Text";
    if (type == Duration.class) return Duration.ofSeconds(7);
    if (type == Device.class) return Device.META;
    if (type == DType.class) return DType.INT8;
    if (type == MemoryFormat.class) return MemoryFormat.CHANNELS_LAST;
    if (type == Generator.class) return new Generator();
    if (type == Size.class) return Size.of(7, 8);
    if (type == Tensor.class) return Torch.ones(1);
    if (type == List.class) return List.of(Torch.ones(1));
    if (type == Set.class) return Set.of(7);
    if (type == Map.class) return Map.of("a", "b");
    if (type.isEnum()) {
      Object[] all = type.getEnumConstants();
      return all[all.length - 1].equals(current) ? all[0] : all[all.length - 1];
    }
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), 2);
      for (int i = 0; i < 2; i++) Array.set(array, i, argument(type.getComponentType(), null));
      return array;
    }
    if (type == UnaryOperator.class && current instanceof FluentOptions<?>)
      return (UnaryOperator<Object>) OptionsTest::changed;
    if (type.isInterface()) {
      return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
          (proxy, method, args) -> switch (method.getName()) {
            case "equals" -> proxy == args[0];
            case "hashCode" -> 7;
            default -> "proxy";
          });
    }
    throw new AssertionError("no value of type " + type.getName() + ": add one here");
  }

  /** Options inside other options, with the first one changed. */
  private static Object changed(Object inner) {
    for (Method modifier : inner.getClass().getDeclaredMethods()) {
      if (!isModifier(modifier, inner.getClass())) continue;
      try {
        return modifier.invoke(inner, arguments(modifier, inner));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError(inner.getClass() + " has no modifier");
  }
}
