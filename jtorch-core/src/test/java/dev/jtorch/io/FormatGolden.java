package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.testing.GoldenFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files that {@code goldens/formats/make.py} saved with real safetensors and numpy. */
final class FormatGolden {
  private FormatGolden() {}

  static Path path(String file) { return GoldenFile.path("formats/" + file); }

  static byte[] bytes(String file) { return GoldenFile.bytes("formats/" + file); }

  /** What {@code torch.save} kept of the same tensors. */
  static StateDict expected(String name) {
    return Checkpoint.load(path(name + ".pt")).stateDict();
  }

  /** Asserts that both hold the same tensors under the same keys, to the last bit. */
  static void assertSame(StateDict actual, StateDict expected) {
    assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    actual.forEach((key, tensor) -> assertSame(key, tensor, expected.get(key)));
  }

  static void assertSame(String key, Tensor actual, @Nullable Tensor expected) {
    assertThat(actual.dtype()).as(key).isEqualTo(Objects.requireNonNull(expected).dtype());
    assertThat(actual.shape()).as(key).isEqualTo(expected.shape());
    assertThat(elements(actual)).as(key).isEqualTo(elements(expected));
  }

  private static ByteBuffer elements(Tensor tensor) {
    Tensor bytes = tensor.contiguous().flatten().view(DType.UINT8);
    return ByteBuffer.wrap(bytes.toByteArray());
  }
}
