package dev.jtorch.io.pickle;

import dev.jtorch.io.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Tells a zip file from the other files that carry the names {@code .pt} and {@code .pth}. */
final class FileKind {
  // PROTO 2, LONG1 of 10 bytes: PyTorch's magic number, which begins the format before 1.6.
  private static final String LEGACY = "80028a0a6cfc9c46f920";
  private static final String ZIP = "504b";

  private FileKind() {}

  static void requireZip(String name, Path path) throws IOException {
    var start = start(path);
    if (start.startsWith(LEGACY))
      throw new CheckpointException(name + ": is in the format before PyTorch 1.6 (expected: the zip format);"
          + " in Python, torch.save(torch.load(path), path) converts it");
    if (!start.startsWith(ZIP))
      throw new CheckpointException(
          name + ": begins with 0x" + start + " (expected: 0x504b, a zip file of torch.save)");
  }

  private static String start(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return HexFormat.of().formatHex(in.readNBytes(LEGACY.length() / 2));
    }
  }
}
