package dev.jtorch.io.pickle;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.zip.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** What a file named {@code .pt} or {@code .pth} is, as its first bytes tell. */
public enum FileKind {
  /** The zip format of PyTorch 1.6 and later; TorchScript archives begin so too. */
  ZIP,
  /** The format before: pickles, then storages. */
  LEGACY,
  /** The format before that one, a tar file. */
  TAR,
  /** Anything else. */
  OTHER;

  /** PyTorch's magic number as pickles write it, behind a few bytes that depend on their protocol. */
  private static final String LEGACY_MAGIC = "8a0a6cfc9c46f9206aa85019";
  private static final String ZIP_MAGIC = "504b";
  private static final String TAR_MAGIC = HexFormat.of().formatHex("ustar".getBytes(StandardCharsets.US_ASCII));
  private static final int TAR_MAGIC_AT = 257;
  private static final int START = 32;

  /** {@return the kind of a file} */
  public static FileKind of(Path path) throws IOException {
    var start = start(path, TAR_MAGIC_AT + TAR_MAGIC.length() / 2);
    if (start.startsWith(ZIP_MAGIC)) return ZIP;
    if (start.startsWith("80") && start.substring(0, Math.min(2 * START, start.length())).contains(LEGACY_MAGIC))
      return LEGACY;
    return start.startsWith(TAR_MAGIC, 2 * TAR_MAGIC_AT) ? TAR : OTHER;
  }

  /** What is wrong with a file of a kind that cannot be read. */
  static CheckpointException refusal(String name, Path path) throws IOException {
    if (of(path) == TAR)
      return new CheckpointException(name + ": is a tar file of PyTorch before 0.1.10 (expected: a file of torch.save);"
          + " in Python, torch.save(torch.load(path, weights_only=False), path) converts it");
    String start = start(path, 10);
    return new CheckpointException(name + (start.isEmpty() ? ": file is empty" : ": begins with 0x" + start)
        + " (expected: 0x504b, a zip file of torch.save)");
  }

  private static String start(Path path, int length) throws IOException {
    return HexFormat.of().formatHex(RegularFile.start(path, length));
  }
}
