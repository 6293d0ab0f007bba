package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.testing.Row;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The types and shapes that results have, for all pairs of types and many pairs of shapes. */
@Row("S4-149")
class PromotionTest {
  static Stream<String> promotions() { return GoldenOperators.lines("promotion.txt"); }

  static Stream<String> broadcasts() { return GoldenOperators.lines("broadcasting.txt"); }

  @ParameterizedTest
  @MethodSource("promotions") void types_promoteAsInPython(String line) {
    String[] words = line.split(" ", 4);
    try (var scope = Scope.open()) {
      Tensor left = ones(DType.named(words[1]), 2);
      if (words[3].startsWith("! ")) {
        assertThatThrownBy(() -> apply(words[0], left, words[2])).isInstanceOf(TorchException.class)
            .hasMessage(words[3].substring(2));
      } else {
        assertThat(apply(words[0], left, words[2]).dtype()).isEqualTo(DType.named(words[3]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("broadcasts") void shapes_broadcastAsInPython(String line) {
    String[] parts = line.split(" [+=] ", 3);
    try (var scope = Scope.open()) {
      Tensor left = Torch.ones(size(parts[0]).toLongArray());
      Tensor right = Torch.ones(size(parts[1]).toLongArray());
      if (parts[2].startsWith("! ")) {
        assertThatThrownBy(() -> left.add(right)).isInstanceOf(ShapeException.class).hasMessage(parts[2].substring(2));
      } else {
        assertThat(left.add(right).shape()).isEqualTo(size(parts[2]));
      }
    }
  }

  /** The right operand is a number, a type, or a type with brackets for a tensor without dimensions. */
  private static Tensor apply(String operator, Tensor left, String right) {
    if (right.equals("2")) return apply(operator, left, 2);
    if (right.equals("2.5")) return apply(operator, left, 2.5);
    Tensor other = right.endsWith("()")
        ? ones(DType.named(right.substring(0, right.length() - 2)))
        : ones(DType.named(right), 2);
    return switch (operator) {
      case "add" -> left.add(other);
      case "div" -> left.div(other);
      default -> left.pow(other);
    };
  }

  private static Tensor apply(String operator, Tensor left, Number right) {
    return switch (operator) {
      case "add" -> left.add(right);
      case "div" -> left.div(right);
      default -> left.pow(right);
    };
  }

  private static Tensor ones(DType dtype, long... size) { return Torch.ones(size, o -> o.dtype(dtype)); }

  private static Size size(String text) { return GoldenValues.size(text.replaceAll("[()]", "")); }
}
