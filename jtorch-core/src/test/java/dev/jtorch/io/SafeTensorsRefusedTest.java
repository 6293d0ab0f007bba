package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Torch;
import dev.jtorch.io.safetensors.TypeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole texts of what damaged and hostile safetensors files are refused with. */
class SafeTensorsRefusedTest {
  @TempDir Path dir;

  /** In the table, a(T, S, O) is an entry named a with dtype T, shape [S] and offsets [O]; the file has 8 bytes of tensors. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      {a(F32, 2, 0.4)}                        | tensor 'a' has 4 bytes (expected: 8, by its dtype and shape)
      {a(F32, 1, 4.8)}                        | tensor 'a' begins at byte 4 (expected: 0, where the one before it ends)
      {a(F32, 1, 0.4),b(F32, 1, 0.4)}         | tensor 'b' begins at byte 0 (expected: 4, where the one before it ends)
      {a(F32, 1, 0.4),b(F32, 1, 8.12)}        | tensor 'b' begins at byte 8 (expected: 4, where the one before it ends)
      {a(F32, 1, 0.4)}                        | describes 4 bytes of tensors (expected: 8, the rest of the file)
      {a(F32, 4, 0.16)}                       | describes 16 bytes of tensors (expected: 8, the rest of the file); is the file truncated?
      {a(F32, 2, 8.0)}                        | tensor 'a' has -8 bytes (expected: 8, by its dtype and shape)
      {a(F32, -2, 0.8)}                       | tensor 'a': shape has the number -2 (expected: >= 0)
      {a(F32, 1.5, 0.8)}                      | tensor 'a': shape is 1.5 (expected: whole numbers)
      {a(F4, 16, 0.8)}                        | tensor 'a' has the dtype F4 (expected: one of LEGAL)
      {a(F32, 4611686018427387904, 0.8)}      | tensor 'a' has a shape of more elements than can be counted
      {a(F32, 99999999999999999999, 0.8)}     | Numeric value (99999999999999999999) out of range of long (-9223372036854775808 - 9223372036854775807)
      {a(F32, 2, 0.8),a(F32, 2, 0.8)}         | is not JSON: Duplicate field 'a'
      {"a":5}                                 | tensor 'a' is 5 (expected: an object)
      {"a":{"dtype":"F32","shape":[2]}}       | tensor 'a' is incomplete (expected: dtype, shape and two data_offsets)
      {"a":{"dtype":7}}                       | tensor 'a': dtype is 7 (expected: a string)
      {"__metadata__":{"n":1}}                | __metadata__ 'n' is 1 (expected: a string)
      {"a":{"x":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}} | is nested too deeply or has too long a text
      {"\\ud800":{}}                           | has the key '?', half a character
      {a(F32, 2, 0.8)}}                       | is not JSON: Unexpected close marker '}': no open Object to close
      """) void load_refused(String header, String message) throws IOException {
    String json = header.replaceAll("(\\w)\\((\\w+), ([-\\d.]+), (\\d+)\\.(\\d+)\\)",
        "\"$1\":{\"dtype\":\"$2\",\"shape\":[$3],\"data_offsets\":[$4,$5]}");
    Path file = SafeTensorsText.write(dir, json, new byte[8]);
    assertThatThrownBy(() -> SafeTensors.load(file)).isInstanceOf(CheckpointException.class)
        .hasMessage("x.safetensors: header: " + message.replace("LEGAL", TypeName.legal()));
  }

  @Test void load_notUtf8() throws IOException {
    Path file =
        Files.write(dir.resolve("x.safetensors"), SafeTensorsText.bytes(new byte[] {'{', '"', (byte) 0xc0, '"'}));
    assertThatThrownBy(() -> SafeTensors.load(file)).hasMessage("x.safetensors: header: is not UTF-8");
  }

  @Test void load_headerTooLong() throws IOException {
    Path file = Files.write(dir.resolve("x.safetensors"), new byte[] {1, 0, 0, 0, 1, 0, 0, 0, '{'});
    assertThatThrownBy(() -> SafeTensors.load(file))
        .hasMessage("x.safetensors: header of 4294967297 bytes (expected: at most 100000000)");
    Files.write(file, new byte[] {100, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
    assertThatThrownBy(() -> SafeTensors.load(file))
        .hasMessage("x.safetensors: header of 100 bytes in a file of 10; is the file truncated?");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      {"metadata":{}}                       | has no weight_map (expected: an index of safetensors files)
      {"weight_map":{"a":"../x.safetensors"}} | tensor 'a' is in file '../x.safetensors' (expected: the name of a file beside it)
      {"weight_map":{"a":"/etc/passwd"}}    | tensor 'a' is in file '/etc/passwd' (expected: the name of a file beside it)
      {"weight_map":{"a":3}}                | weight_map 'a' is 3 (expected: a string)
      {"weight_map":{"b":"w.safetensors"}}  | tensor 'b' is not in w.safetensors, where the index says it is
      """) void loadIndex_refused(String index, String message) throws IOException {
    SafeTensors.save(Map.of("a", Torch.ones(1)), dir.resolve("w.safetensors"));
    Path file = Files.writeString(dir.resolve("w.safetensors.index.json"), index);
    assertThatThrownBy(() -> SafeTensors.load(file)).isInstanceOf(CheckpointException.class)
        .hasMessage("w.safetensors.index.json: " + message);
  }

  @Test void loadIndex_missingFile() throws IOException {
    Path file =
        Files.writeString(dir.resolve("w.safetensors.index.json"), "{\"weight_map\":{\"a\":\"w.safetensors\"}}");
    assertThatThrownBy(() -> SafeTensors.load(file)).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("w.safetensors: cannot be read: ");
  }

  @Test void save_refused() {
    assertThatThrownBy(() -> SafeTensors.saveSharded(Map.of(), dir.resolve("x.json"), 1))
        .hasMessage("x.json: name of an index (expected: *.safetensors.index.json)");
    assertThatThrownBy(() -> SafeTensors.saveSharded(Map.of(), dir.resolve("x.safetensors.index.json"), 0))
        .hasMessage("x.safetensors.index.json: maxShardSize is 0 (expected: > 0)");
    assertThat(dir).isEmptyDirectory();
  }
}
