package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every modifier of an options record changes its own component and no other. */
class OptionsTest {
  private static final List<Object> VALUES = List.of(true, 7, 7L, DType.INT8, Device.META, new Generator(),
      MemoryFormat.CHANNELS_LAST);

  static Stream<Object> defaults() {
    return Stream.of(TensorOptions.DEFAULT, ConversionOptions.DEFAULT, PrintOptions.DEFAULT, UniqueOptions.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("defaults") void modifiers_changeTheirOwnComponentOnly(Object options)
      throws ReflectiveOperationException {
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      Object changed = modified(options, component);
      for (RecordComponent other : options.getClass().getRecordComponents()) {
        Object before = other.getAccessor().invoke(options);
        Object after = other.getAccessor().invoke(changed);
        if (other.getName().equals(component.getName())) assertThat(after).as(other.getName()).isNotEqualTo(before);
        else assertThat(after).as(other.getName()).isEqualTo(before);
      }
    }
  }

  private static Object modified(Object options, RecordComponent component) throws ReflectiveOperationException {
    for (var method : options.getClass().getMethods()) {
      if (!method.getName().equals(component.getName()) || method.getParameterCount() != 1) continue;
      Object before = component.getAccessor().invoke(options);
      for (Object value : VALUES) {
        try {
          Object arg = value.equals(before) ? Boolean.FALSE : value;
          return method.invoke(options, arg);
        } catch (IllegalArgumentException e) {
          continue; // a value of another type
        }
      }
    }
    throw new AssertionError("no modifier " + component.getName());
  }
}
