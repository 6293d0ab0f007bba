package dev.jtorch.io;

import dev.jtorch.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Loads damaged checkpoints by the thousand and counts what is not a {@link CheckpointException} of one line.
 *
 * <p>The main runs many more of them than the tests: {@code CheckpointFuzz <inputs> <threads> <seed> <folder>}, from the
 * folder of the core, best in memory such as {@code /dev/shm}. It prints how many inputs there were, how many crashes, how
 * long the slowest took, and the most memory of the process.
 */
final class CheckpointFuzz {
  private static final Path GOLDENS = Path.of("src/test/resources/golden/io");
  private static final int LARGEST_SEED = 12_000;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int CRC = 16;

  private final Mutations mutations = new Mutations(corpus());
  private final AtomicLong slowest = new AtomicLong();
  private final AtomicLong loaded = new AtomicLong();
  private final AtomicInteger crashes = new AtomicInteger();
  private final Path folder;

  CheckpointFuzz(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    long inputs = Long.parseLong(args[0]);
    int threads = Integer.parseInt(args[1]);
    long seed = Long.parseLong(args[2]);
    var fuzz = new CheckpointFuzz(Path.of(args[3]));
    new CheckpointFuzz(Path.of(args[3])).run(2000, seed - 1, 0); // loads classes, which is slow once
    String before = memory();
    IntStream.range(0, threads).parallel().forEach(thread -> fuzz.run(inputs / threads, seed + thread, thread));
    System.out.printf("inputs %d, still readable %d, crashes %d, slowest %d ms, memory peak %s (at the start %s)%n",
        inputs,
        fuzz.loaded(), fuzz.crashes(), fuzz.slowestMillis(), memory(), before);
    System.exit(fuzz.crashes() == 0 ? 0 : 1);
  }

  int crashes() { return crashes.get(); }

  long loaded() { return loaded.get(); }

  long slowestMillis() { return slowest.get() / 1_000_000; }

  /** Loads {@code inputs} damaged files. */
  void run(long inputs, long seed, int thread) {
    var random = new SplittableRandom(seed);
    Path file = folder.resolve("fuzz" + thread + ".pt");
    for (long i = 0; i < inputs; i++) load(mutations.next(random), file);
  }

  private void load(byte[] bytes, Path file) {
    long begin = System.nanoTime();
    try (var scope = Scope.open()) {
      Files.write(file, bytes);
      Checkpoint.load(file, o -> o.mapLocation("cpu"));
      loaded.incrementAndGet();
    } catch (CheckpointException e) {
      if (String.valueOf(e.getMessage()).lines().count() != 1) crash(bytes, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      crash(bytes, e);
    }
    noteTime(System.nanoTime() - begin, bytes);
  }

  private void noteTime(long nanos, byte[] bytes) {
    if (slowest.accumulateAndGet(nanos, Math::max) == nanos) keep("slowest.pt", bytes);
  }

  private void crash(byte[] bytes, Throwable problem) {
    Path kept = keep("crash" + crashes.incrementAndGet() + ".pt", bytes);
    System.err.println(kept + ": " + problem);
    if (crashes.get() < 5) problem.printStackTrace();
  }

  private Path keep(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> corpus() {
    var corpus = new ArrayList<byte[]>();
    try (var files = Files.walk(GOLDENS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".pt")).sorted().toList()) {
        if (Files.size(file) <= LARGEST_SEED) corpus.add(withoutChecksums(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return corpus;
  }

  /** Writers may leave checksums out; with them hardly any damage would come as far as the pickle. */
  private static byte[] withoutChecksums(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + CRC + Integer.BYTES <= file.length; at++) {
      if (bytes.getInt(at) == CENTRAL_HEADER) bytes.putInt(at + CRC, 0);
    }
    return file;
  }

  private static String memory() throws IOException {
    return Files.readString(Path.of("/proc/self/status"), StandardCharsets.US_ASCII).lines()
        .filter(line -> line.startsWith("VmHWM")).findFirst().orElse("unknown").replaceAll("\\s+", " ");
  }
}
