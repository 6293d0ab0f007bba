package dev.jtorch.io.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Replaces a file as a whole: whoever opens it sees the old bytes or the new ones, even when the process ends on the way.
 *
 * <p>As with {@code torch.save}, the operating system brings the bytes to the disk when it likes. Waiting for the disk would
 * take as long as everything else together; file systems that are made for it (ext4, Btrfs, APFS, NTFS) bring the bytes there
 * before the rename, so that a power failure too leaves one file or the other.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the new bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code out}, which stands at its beginning. */
    void writeTo(FileChannel out) throws IOException;
  }

  /** Writes {@code content} beside {@code file} and renames it; on failure nothing is left behind. */
  public static void replace(Path file, Content content) throws IOException {
    var target = file.toAbsolutePath();
    // Not Files.createTempFile: its files are readable by their owner only, and the rename would keep that.
    var temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (var out = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Writes these bytes beside {@code file} and renames it; on failure nothing is left behind. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    replace(file, out -> {
      for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining();) out.write(rest);
    });
  }
}
