package dev.jtorch.io.zip;

import dev.jtorch.io.CheckpointException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one place that opens files and replaces them. Only regular files are read or replaced: opening a pipe would wait for a
 * writer that may never come, and renaming a file over a device would replace the device.
 *
 * <p>{@link #replace} writes a temporary file beside the target and renames it, so whoever opens the target sees the old bytes
 * or the new ones, even if the process is killed halfway. Symbolic links are followed: the file that they lead to is replaced,
 * and the link stays. A file that is replaced keeps its mode and, where the system allows it, its owner and group.
 *
 * <p><b>Temporary files of killed processes.</b> The temporary file of {@code model.pt} has one of sixteen names,
 * {@code .model.pt.jtorch0.tmp} to {@code .model.pt.jtorch15.tmp}, and its process holds a lock on it until it has been renamed.
 * The operating system frees the lock when the process ends, however it ends, and across containers that share a folder. Each
 * save first deletes the temporary files of its target whose lock is free, so that they never pile up; those of a save under
 * way, in this process or another, stay. A file system without locks keeps them all. A seventeenth save of the same file at
 * the same time takes a random name, which nobody deletes if that process is killed.
 *
 * <p>As with {@code torch.save}, the operating system writes the bytes to the disk when it likes: waiting for the disk would
 * take as long as everything else together. Local file systems order the bytes before the rename; on others, such as network
 * file systems, which may report a full disk only when a file is closed, the bytes are written out before the rename.
 */
public final class RegularFile {
  private static final int MOST_LINKS = 40;

  /** Local file systems: they report errors when bytes are written, not when a file is closed. */
  private static final Set<String> LOCAL = Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "zfs", "overlay",
      "tmpfs", "ramfs", "apfs", "hfs", "NTFS", "ReFS");

  private RegularFile() {}

  /** Writes the new bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code out}, which stands at its beginning. */
    void writeTo(FileChannel out) throws IOException;
  }

  /**
   * Opens a file for reading.
   *
   * @throws IOException if there is none, or it is no regular file
   */
  public static FileChannel open(Path file) throws IOException {
    require(file);
    return FileChannel.open(file);
  }

  /** {@return the first bytes of a file, {@code length} at most} */
  public static byte[] start(Path file, int length) throws IOException {
    try (var in = Channels.newInputStream(open(file))) {
      return in.readNBytes(length);
    }
  }

  /**
   * Makes sure that a path leads to a regular file.
   *
   * @throws NoSuchFileException if there is none
   * @throws FileSystemException if it is a folder, a pipe, a socket or a device
   */
  public static void require(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    if (found.isRegularFile()) return;
    throw new FileSystemException(file.toString(), null,
        "it is a " + (found.isDirectory() ? "folder" : "pipe, a socket or a device") + " (expected: a regular file)");
  }

  /**
   * Writes {@code content} to a temporary file beside {@code file} and renames it; on failure nothing is left behind.
   *
   * @throws IOException if {@code file} exists and is no regular file or may not be written, or if writing fails
   */
  public static void replace(Path file, Content content) throws IOException {
    Path target = target(file);
    PosixFileAttributes before = attributes(target);
    try (var temporary = Temporary.beside(target, before)) {
      content.writeTo(temporary.out);
      if (!isLocal(temporary.path)) temporary.out.force(false);
      temporary.renameTo(target);
    }
  }

  /** Writes these bytes to a temporary file beside {@code file} and renames it; on failure nothing is left behind. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    replace(file, out -> {
      for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining();) out.write(rest);
    });
  }

  /** The exception for a file that cannot be read. */
  public static CheckpointException unreadable(String name, IOException e) {
    return new CheckpointException(name + ": cannot be read: " + reason(e), e);
  }

  /** The exception for a file that cannot be written. */
  public static CheckpointException unwritable(String name, IOException e) {
    return new CheckpointException(name + ": cannot be written: " + reason(e), e);
  }

  /** {@return what went wrong, in words and without a path, which the JDK's exceptions give in place of a message} */
  public static String reason(IOException e) {
    if (e instanceof FileSystemException failure && failure.getReason() != null) return failure.getReason();
    if (e instanceof NoSuchFileException) return "there is no such file";
    if (e instanceof AccessDeniedException) return "access is denied";
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** The file to replace: where symbolic links lead, even if the last of them leads to nothing yet. */
  private static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) throw failure(file, "it is a symbolic link in a circle");
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      require(target);
      if (!Files.isWritable(target)) throw new AccessDeniedException(file.toString(), null, "it is read-only");
    }
    Path folder = Objects.requireNonNull(target.getParent(), "only a root has no parent, and a root is a folder");
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(file.toString(), null, "folder " + folder + " does not exist");
    }
    if (!Files.isDirectory(folder)) throw failure(file, folder + " is no folder");
    return folder.toRealPath().resolve(target.getFileName());
  }

  private static boolean isLocal(Path file) {
    try {
      return LOCAL.contains(Files.getFileStore(file).type());
    } catch (IOException e) {
      return false; // some containers hide their mounts
    }
  }

  private static FileSystemException failure(Path file, String reason) {
    return new FileSystemException(file.toString(), null, reason);
  }

  /** The mode and owner of a file; null if there is no file, or the file system has no modes. */
  private static @Nullable PosixFileAttributes attributes(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null || !Files.exists(file) ? null : view.readAttributes();
  }

  /** A new file beside a target, locked until it is closed; closing deletes it unless it has been renamed. */
  private static final class Temporary implements Closeable {
    private static final int NAMES = 16;
    /** Longer names, in bytes, are told by their hash: file systems allow 255 bytes, some of them 143. */
    private static final int LONGEST_NAME = 100;
    /** A file that is still empty may be so new that its process has not locked it yet. */
    private static final Duration NEW = Duration.ofMinutes(1);

    /**
     * The files that this process is writing or looking at. A lock belongs to the process, and closing any channel of a file
     * frees it, so this process must not open them a second time.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    final Path path;
    final FileChannel out;
    private boolean renamed;

    private Temporary(Path path, FileChannel out) {
      this.path = path;
      this.out = out;
    }

    /** Makes one with the mode and owner of the file that is to be replaced, if there is one. */
    static Temporary beside(Path target, @Nullable PosixFileAttributes before) throws IOException {
      for (int i = 0; i < NAMES; i++) sweep(path(target, String.valueOf(i)));
      Temporary made = null;
      for (int i = 0; i < NAMES && made == null; i++) made = create(path(target, String.valueOf(i)), before);
      while (made == null) made = create(path(target, UUID.randomUUID().toString()), before);
      return made;
    }

    private static Path path(Path target, String number) {
      String name = String.valueOf(target.getFileName());
      boolean isLong = name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
      return target
          .resolveSibling("." + (isLong ? Integer.toHexString(name.hashCode()) : name) + ".jtorch" + number + ".tmp");
    }

    /** Deletes what a process that has ended has left behind. */
    private static void sweep(Path path) {
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || !OURS.add(path)) return;
      try {
        Object file = key(path);
        try (var left = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            FileLock lock = left.tryLock()) {
          boolean written = left.size() > 0
              || Files.getLastModifiedTime(path).toInstant().isBefore(Instant.now().minus(NEW));
          // another process may have swept the name before this one had the lock, and have made its own file
          boolean same = Objects.equals(file, key(path));
          if (lock != null && written && same) Files.delete(path);
        }
      } catch (IOException | OverlappingFileLockException e) {
        // it is another user's, or has just gone, or the file system has no locks: then it stays
      } finally {
        OURS.remove(path);
      }
    }

    /** Which file a name stands for at the moment. */
    private static @Nullable Object key(Path path) throws IOException {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    /** Makes and locks a file; null if the name is taken. */
    private static @Nullable Temporary create(Path path, @Nullable PosixFileAttributes before) throws IOException {
      if (!OURS.add(path)) return null;
      FileChannel out;
      try {
        out = FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode(before));
      } catch (IOException e) {
        OURS.remove(path);
        if (e instanceof FileAlreadyExistsException) return null;
        if (!(e instanceof AccessDeniedException)) throw e;
        throw new AccessDeniedException(path.toString(), null, "folder " + path.getParent() + " may not be written");
      }
      var made = new Temporary(path, out);
      try {
        made.lock();
        if (before != null) made.takeOver(before);
        return made;
      } catch (IOException e) {
        made.close();
        throw e;
      }
    }

    /** A file that is to replace another is its owner's alone until it has the other's mode; else it is like any new file. */
    private static FileAttribute<?>[] mode(@Nullable PosixFileAttributes before) {
      if (before == null) return new FileAttribute<?>[0];
      return new FileAttribute<?>[] {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
    }

    private void lock() {
      try {
        out.lock(); // waits if another process looks at it just now
      } catch (IOException e) {
        // the file system has no locks; nobody can take this file for a stale one then
      }
    }

    /** Takes over the mode, and where the system allows it the owner and group, of the file that is to be replaced. */
    private void takeOver(PosixFileAttributes before) throws IOException {
      var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
      PosixFileAttributes now = view.readAttributes();
      try {
        if (!now.group().equals(before.group())) view.setGroup(before.group());
        if (!now.owner().equals(before.owner())) view.setOwner(before.owner());
      } catch (IOException e) {
        // only the superuser may give files away
      }
      view.setPermissions(before.permissions());
    }

    /** Renames it while it is locked, so that no other save can take it for a stale one. */
    void renameTo(Path target) throws IOException {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      renamed = true;
    }

    @Override public void close() throws IOException {
      try (out) {
        if (!renamed) Files.deleteIfExists(path);
      } finally {
        OURS.remove(path);
      }
    }
  }
}
