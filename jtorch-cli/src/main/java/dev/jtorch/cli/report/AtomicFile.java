package dev.jtorch.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there completely or not at all: under a temporary name beside the target, then renamed. */
public final class AtomicFile {
  /** Writes the content to a path. */
  public interface Writer {
    /** Writes the whole content. */
    void writeTo(Path temporary) throws IOException;
  }

  private AtomicFile() {}

  /** Replaces a file by what the writer writes; after a failure the old file is as it was. */
  public static void replace(Path file, Writer writer) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      writer.writeTo(temporary);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Replaces a file by these bytes. */
  public static void replace(Path file, byte[] content) throws IOException {
    replace(file, temporary -> Files.write(temporary, content));
  }

  /** Replaces a file by this text in UTF-8. */
  public static void replace(Path file, String content) throws IOException {
    replace(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
