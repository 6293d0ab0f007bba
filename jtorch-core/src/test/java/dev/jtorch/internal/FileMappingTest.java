package dev.jtorch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMappingTest {
  private static final int BYTE = DType.UINT8.code();

  @TempDir Path dir;

  @BeforeAll static void loadNatives() { Torch.empty(1); }

  @Test void tensors_keepTheirStoragesAndLeaveNothing() throws IOException {
    Path file = Files.write(dir.resolve("\u00e9.bin"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    int before = FileMapping.storages();
    NativeTensor two;
    NativeTensor six;
    try (var mapping = FileMapping.of(file.toString(), 8)) {
      two = mapping.tensor(0, new long[] {2}, BYTE);
      six = mapping.tensor(2, new long[] {2, 3}, BYTE);
    }
    assertThat(FileMapping.storages()).isEqualTo(before + 2);
    assertThat(NativeData.storageBytes(two)).isEqualTo(2);
    two.release();
    assertThat(NativeData.buffer(six).get(5)).isEqualTo((byte) 8);
    six.release();
    assertThat(FileMapping.storages()).isEqualTo(before);
  }

  @Test void of_longerThanTheFile() throws IOException {
    Path file = Files.write(dir.resolve("x.bin"), new byte[8]);
    assertThatThrownBy(() -> FileMapping.of(file.toString(), 9)).isInstanceOf(TorchException.class)
        .message().hasLineCount(1);
  }
}
