package dev.jtorch.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TensorTextTest {

  static Stream<GoldenTensor> goldens() {
    return Stream.of("floats.txt", "integers.txt", "complex.txt", "summaries.txt", "settings.txt", "suffixes.txt")
        .flatMap(GoldenText::tensors);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldens") void format_likePython(GoldenTensor tensor) {
    assertThat(TensorText.format(tensor, tensor.options())).isEqualTo(tensor.text());
  }

  @Test void goldens_areAllFound() {
    assertThat(goldens()).hasSize(260);
  }

  @Test void format_hugeTensor_readsTheEdgesOnly() {
    var tensor = new PrintedTensor() {
      @Override public long[] shape() {
        return new long[] {1L << 30, 1L << 30};
      }

      @Override public String dtype() {
        return "int64";
      }

      @Override public PrintedElements elements(Edges edges) {
        return new PrintedElements.Integers(edges.flatIndices());
      }
    };
    assertThat(TensorText.format(tensor, PrintSettings.defaultProfile().edgeItems(1))).isEqualTo("""
        tensor([[                  0,  ...,          1073741823],
                ...,
                [1152921503533105152,  ..., 1152921504606846975]])""");
  }
}
