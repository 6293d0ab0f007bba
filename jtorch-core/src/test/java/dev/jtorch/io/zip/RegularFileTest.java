package dev.jtorch.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.jtorch.testing.JavaProcess;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {
  private static final String NOT_REGULAR = "it is a pipe, a socket or a device (expected: a regular file)";

  @TempDir private Path folder;

  @Test void replace_leavesOneWholeFile() throws IOException {
    Path file = folder.resolve("a.txt");
    write(file, "first");
    write(file, "two");
    assertThat(file).hasContent("two");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test void replace_thatFailsKeepsTheOldFile() throws IOException {
    Path file = folder.resolve("a.txt");
    write(file, "old");
    assertThatThrownBy(() -> RegularFile.replace(file, out -> {
      out.write(ByteBuffer.wrap("ne".getBytes(UTF_8)));
      throw new IOException("disk full");
    })).hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) void replace_writesWhereALinkLeads() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/inner"));
    Path target = Files.writeString(elsewhere.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("second.txt"));
    Files.createSymbolicLink(folder.resolve("second.txt"), Path.of("elsewhere/inner/real.txt"));
    write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");

    Files.delete(target); // a link to nothing yet
    write(link, "made");
    assertThat(target).hasContent("made");
    assertThat(names()).containsExactly("elsewhere", "link.txt", "second.txt");
    assertThat(elsewhere.toFile().list()).containsExactly("real.txt");

    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    refused(circle, "it is a symbolic link in a circle");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) void replace_keepsTheMode() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    write(file, "new");
    assertThat(file).hasContent("new");
    assertThat(mode(file)).isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrw-rw-"));
    write(file, "newer");
    assertThat(mode(file)).isEqualTo("rwxrw-rw-");
    Path plain = Files.writeString(folder.resolve("plain"), "");
    write(folder.resolve("fresh"), "");
    assertThat(mode(folder.resolve("fresh"))).isEqualTo(mode(plain));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) void replace_keepsTheOwner() throws IOException {
    Path file = Files.writeString(folder.resolve("theirs"), "old");
    try {
      Files.setAttribute(file, "unix:uid", 12345);
    } catch (IOException e) {
      abort("only the superuser may give files away");
    }
    write(file, "new");
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(12345);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) void replace_refusesAReadOnlyFile() throws IOException {
    Path file = Files.writeString(folder.resolve("final"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file), "this user may write every file");
    refused(file, "it is read-only");
    assertThat(file).hasContent("old");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) void whatIsNoRegularFile_isRefused() throws Exception {
    refused(folder, "it is a folder (expected: a regular file)");
    Path nothing = Files.createSymbolicLink(folder.resolve("null"), Path.of("/dev/null"));
    refused(nothing, NOT_REGULAR);
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    refused(pipe, NOT_REGULAR);
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      Path socket = folder.resolve("socket");
      server.bind(UnixDomainSocketAddress.of(socket));
      refused(socket, NOT_REGULAR);
    }
    assertThat(names()).containsExactlyInAnyOrder("null", "pipe", "socket");
  }

  private void refused(Path file, String reason) {
    assertThatThrownBy(() -> write(file, "new")).isInstanceOfSatisfying(IOException.class,
        e -> assertThat(RegularFile.reason(e)).isEqualTo(reason));
    if (reason.contains("expected")) {
      assertThatThrownBy(() -> RegularFile.open(file)).isInstanceOfSatisfying(IOException.class,
          e -> assertThat(RegularFile.reason(e)).isEqualTo(reason));
    }
  }

  @Test void replace_intoNoFolder() throws IOException {
    Path none = folder.resolve("none");
    refused(none.resolve("a.txt"), "folder " + none + " does not exist");
    Path file = Files.writeString(folder.resolve("file"), "");
    refused(file.resolve("a.txt"), file + " is no folder");
    assertThat(names()).containsExactly("file");
  }

  @Test void replace_ofTheLongestNames() throws IOException {
    for (int length : new int[] {100, 101, 230, 255}) {
      Path file = folder.resolve("n".repeat(length));
      write(file, "first");
      write(file, "second");
      assertThat(file).hasContent("second");
    }
    assertThat(names()).hasSize(4);
  }

  /** Saves slowly: writes half, says so, and goes on when its input ends. */
  static final class SlowSave {
    public static void main(String[] args) throws IOException {
      RegularFile.replace(Path.of(args[0]), out -> {
        out.write(ByteBuffer.wrap("wh".getBytes(UTF_8)));
        System.out.println("half");
        System.in.read();
        out.write(ByteBuffer.wrap("ole".getBytes(UTF_8)));
      });
    }
  }

  private static Process slowSave(Path file) throws IOException {
    Process process = JavaProcess.of(SlowSave.class.getName(), file.toString()).start();
    assertThat(process.inputReader().readLine()).isEqualTo("half");
    return process;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) void replace_sweepsWhatKilledProcessesLeft() throws Exception {
    Path file = folder.resolve("a.txt");
    write(file, "old");
    var processes = new ArrayList<Process>();
    for (int i = 0; i < 3; i++) processes.add(slowSave(file));
    assertThat(names()).containsExactly(".a.txt.jtorch0.tmp", ".a.txt.jtorch1.tmp", ".a.txt.jtorch2.tmp", "a.txt");
    for (Process process : processes) process.destroyForcibly().waitFor();
    assertThat(names()).hasSize(4);
    assertThat(file).hasContent("old");

    write(folder.resolve("b.txt"), "another target");
    assertThat(names()).hasSize(5);
    write(file, "new");
    assertThat(names()).containsExactly("a.txt", "b.txt");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) void replace_leavesALiveSaveAlone() throws Exception {
    Path file = folder.resolve("a.txt");
    Process process = slowSave(file);
    Files.setLastModifiedTime(folder.resolve(".a.txt.jtorch0.tmp"), FileTime.from(Instant.EPOCH));
    for (int i = 0; i < 20; i++) write(file, "mine");
    assertThat(file).hasContent("mine");
    assertThat(names()).containsExactly(".a.txt.jtorch0.tmp", "a.txt");
    process.outputWriter().close();
    assertThat(process.waitFor()).isZero();
    assertThat(file).hasContent("whole");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test void replace_onManyThreads() throws Exception {
    Path file = folder.resolve("a.txt");
    int saves = 20; // more than there are names
    var inside = new CountDownLatch(saves);
    var threads = new ArrayList<Thread>();
    var failures = new ArrayList<Throwable>();
    for (int i = 0; i < saves; i++) {
      var thread = new Thread(() -> save(file, inside));
      thread.setUncaughtExceptionHandler((t, e) -> {
        synchronized (failures) {
          failures.add(e);
        }
      });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) thread.join();
    assertThat(failures).isEmpty();
    assertThat(file).hasContent("whole");
    assertThat(names()).containsExactly("a.txt");
  }

  private static void save(Path file, CountDownLatch inside) {
    try {
      RegularFile.replace(file, out -> {
        out.write(ByteBuffer.wrap("wh".getBytes(UTF_8)));
        inside.countDown();
        try {
          assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        out.write(ByteBuffer.wrap("ole".getBytes(UTF_8)));
      });
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test void newAndEmptyFile_mayBeLive() throws IOException {
    Path file = folder.resolve("a.txt");
    Path temporary = Files.writeString(folder.resolve(".a.txt.jtorch3.tmp"), "");
    write(file, "one");
    assertThat(names()).containsExactly(".a.txt.jtorch3.tmp", "a.txt");
    Files.setLastModifiedTime(temporary, FileTime.from(Instant.now().minusSeconds(3600)));
    write(file, "two");
    assertThat(names()).containsExactly("a.txt");
  }

  private static void write(Path file, String text) throws IOException {
    RegularFile.replace(file, text.getBytes(UTF_8));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
