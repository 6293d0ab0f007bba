package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Damaged files either fail with a {@link CheckpointException} of one line, or hold tensors that can be read. */
class FormatFuzzTest {
  private static final List<String> GOLDENS =
      List.of("dtypes.safetensors", "array.npy", "versions.npz", "compressed.npz");
  private static @Nullable Path file;

  @BeforeContainer static void createFile() throws IOException { file = Files.createTempFile("jtorch-fuzz", ".bin"); }

  @AfterContainer static void deleteFile() throws IOException { Files.deleteIfExists(file); }

  @Property(tries = 1) void everyPrefix_isRefused() throws IOException {
    for (String golden : GOLDENS) {
      byte[] whole = FormatGolden.bytes(golden);
      for (int length = 0; length < whole.length; length++) {
        assertThat(reads(Arrays.copyOf(whole, length))).as("%s cut to %d", golden, length).isFalse();
      }
    }
  }

  @Property(tries = 1) void anyByteChanged_isRefusedOrHarmless() throws IOException {
    for (String golden : GOLDENS) {
      byte[] whole = FormatGolden.bytes(golden);
      for (int at = 0; at < whole.length; at++) {
        whole[at] ^= (byte) (1 << at % 8);
        reads(whole);
        whole[at] ^= (byte) (1 << at % 8);
      }
    }
  }

  @Property(tries = 1000) void partsExchanged_areRefusedOrHarmless(@ForAll @IntRange(max = 3) int golden,
      @ForAll @IntRange(min = 1, max = 40) int length, @ForAll @IntRange(max = 9999) int from,
      @ForAll @IntRange(max = 9999) int to) throws IOException {
    byte[] whole = FormatGolden.bytes(GOLDENS.get(golden));
    System.arraycopy(whole, from % (whole.length - length), whole, to % (whole.length - length), length);
    reads(whole);
  }

  @Property(tries = 1000) void anyText_asSafetensorsHeader(@ForAll("header") String header,
      @ForAll @Size(max = 32) @ByteRange byte[] data) throws IOException {
    reads(SafeTensorsText.bytes(header.getBytes(StandardCharsets.UTF_8), data));
  }

  @Property(tries = 1000) void anyText_asNpyHeader(@ForAll("npy") String header) throws IOException {
    String length = "" + (char) (header.length() % 256) + (char) (header.length() / 256);
    reads(("\u0093NUMPY\1\0" + length + header + "0123456789abcdef").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Provide static Arbitrary<String> header() {
    return pieces("{", "}", "[", "]", ",", ":", "\"a\"", "\"b\":{\"dtype\":\"F32\",\"shape\":[",
        "],\"data_offsets\":[0,",
        "\"__metadata__\"", "0", "8", "4", "-1", "9223372036854775807", "1e9", "null", "\"F64\"", "\"", "\\ud800", " ");
  }

  @Provide static Arbitrary<String> npy() {
    return pieces("{", "}", "(", ")", ",", ":", "'descr'", "'<f4'", "'|O'", "'fortran_order'", "True", "False",
        "'shape'", "0", "1", "4", "-1", "999999999999999999", "'", "\"", " ", "L", "\n",
        "{'descr': '<f4', 'fortran_order': True, 'shape': (");
  }

  private static Arbitrary<String> pieces(String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(20).map(list -> "{" + String.join("", list));
  }

  private static boolean reads(byte[] content) throws IOException {
    Files.write(file, content);
    try (var scope = Scope.open()) {
      Object value = Checkpoint.load(file).value();
      if (value instanceof Tensor tensor) tensor.contiguous();
      if (value instanceof StateDict state) state.values().forEach(Tensor::clone);
      return true;
    } catch (CheckpointException e) {
      assertThat(e.getMessage()).startsWith("jtorch-fuzz").hasLineCount(1);
      return false;
    }
  }
}
