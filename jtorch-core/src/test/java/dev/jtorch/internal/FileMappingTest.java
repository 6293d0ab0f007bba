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
  /** What the process has mapped, on Linux. */
  private static final Path MAPS = Path.of("/proc/self/maps");

  @TempDir Path dir;

  @BeforeAll static void loadNatives() { Torch.empty(1); }

  private static void assertMapped(String file, boolean expected) throws IOException {
    if (Files.exists(MAPS)) {
      assertThat(Files.readString(MAPS).contains(file)).as("%s is mapped", file).isEqualTo(expected);
    }
  }

  @Test void tensors_keepTheMappingAndLeaveNothing() throws IOException {
    Path file = Files.write(dir.resolve("\u00e9.bin"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    String name = file.getParent().getFileName().toString();
    long handles = MemoryPressure.liveHandles();
    NativeTensor two;
    NativeTensor six;
    NativeTensor scalar;
    try (var mapping = FileMapping.of(file.toString(), 8)) {
      two = mapping.tensor(0, new long[] {2}, BYTE);
      six = mapping.tensor(2, new long[] {2, 3}, BYTE);
      scalar = mapping.tensor(2, new long[0], BYTE);
    }
    assertThat(MemoryPressure.liveHandles()).isLessThanOrEqualTo(handles + 3);
    assertThat(NativeData.storageBytes(two)).isEqualTo(2);
    two.release();
    assertThat(NativeData.buffer(scalar).get(0)).isEqualTo((byte) 3);
    scalar.release();
    assertMapped(name, true);
    assertThat(NativeData.buffer(six).get(5)).isEqualTo((byte) 8);
    six.release();
    assertMapped(name, false);
    assertThat(MemoryPressure.liveHandles()).isLessThanOrEqualTo(handles);
  }

  @Test void of_longerThanTheFile() throws IOException {
    Path file = Files.write(dir.resolve("x.bin"), new byte[8]);
    assertThatThrownBy(() -> FileMapping.of(file.toString(), 9)).isInstanceOf(TorchException.class)
        .message().hasLineCount(1);
  }
}
