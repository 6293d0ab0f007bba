package dev.jtorch.io.pickle;

import dev.jtorch.testing.GoldenFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The files that {@code goldens/io/make.py} saved with real PyTorch. */
final class Golden {
  /** Files that Java writes again with the same bytes. */
  static final List<String> CANONICAL = List.of("dtypes", "views", "parameters", "plain", "optimizers");

  /** Files with another container or pickle than Java's, but data that Java can write. */
  static final List<String> OTHERS =
      List.of("state_dict", "attributes", "kin", "batches", "protocol3", "protocol4", "protocol5",
          "no_crc", "deflated", "big_endian", "zip64", "legacy_state_dict", "legacy_dtypes", "legacy_views",
          "legacy_parameters", "legacy_plain", "legacy_kin", "legacy_optimizers", "legacy_protocol4", "located");

  private Golden() {}

  static Path path(String file) { return GoldenFile.path("io/" + file); }

  static byte[] bytes(String file) { return GoldenFile.bytes("io/" + file); }

  /** What Python's {@code describe} says of the file. */
  static String description(String name) {
    return new String(bytes(name + ".txt"), StandardCharsets.UTF_8).strip();
  }

  /** Writes what {@code file} holds to {@code copy}. */
  static void rewrite(PickleFile file, Path copy) {
    PickleFile.write(copy, file.root(), (storage, out) -> {
      ByteBuffer bytes = file.storageBytes(storage);
      while (bytes.hasRemaining()) out.write(bytes);
    });
  }
}
