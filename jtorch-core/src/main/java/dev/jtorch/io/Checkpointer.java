package dev.jtorch.io;

import dev.jtorch.FluentOptions;
import dev.jtorch.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of checkpoints of one training: the last ones, and the best ones.
 *
 * <p>Each is a file {@code checkpoint-EPOCH.pt} with the training's parts, {@code epoch}, {@code score} where one is given, and
 * what the user adds; Python's {@code torch.load(path, weights_only=True)} reads it. A file appears complete or not at all, and
 * others are deleted only when it is there. Training that is resumed goes on bit for bit as if it had not stopped.
 *
 * <p>Differs from PyTorch: it has nothing like this.
 */
public final class Checkpointer {
  private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{1,18})\\.pt");
  private static final String EPOCH = "epoch";
  private static final String SCORE = "score";

  private final Path folder;
  private final TrainingState state;
  private final Options options;
  /** What is known of the files' scores; not a number for a file without one. */
  private final Map<Path, Double> scores = new HashMap<>();

  /** The last three checkpoints and the one of the highest score. */
  public Checkpointer(Path folder, TrainingState state) {
    this(folder, state, o -> o);
  }

  /**
   * Checkpoints in a folder, which is made when the first is written.
   *
   * @throws CheckpointException if fewer than one are to be kept
   */
  public Checkpointer(Path folder, TrainingState state, UnaryOperator<Options> with) {
    this.folder = folder;
    this.state = state;
    options = with.apply(new Options());
    if (options.keepLast < 1) throw bad("keepLast is " + options.keepLast + " (expected: >= 1)");
    if (options.keepBest < 0) throw bad("keepBest is " + options.keepBest + " (expected: >= 0)");
  }

  /** Writes a checkpoint after an epoch; returns its path. */
  public Path save(long epoch) {
    return save(epoch, Map.of());
  }

  /**
   * Writes a checkpoint after an epoch, with more entries: whatever {@link Checkpoint#save} takes.
   *
   * @throws CheckpointException if it cannot be written, or an entry has the key of a part
   */
  public Path save(long epoch, Map<String, ?> more) {
    return write(epoch, null, more);
  }

  /** Writes a checkpoint after an epoch that did so well; the best are kept. */
  public Path save(long epoch, double score, Map<String, ?> more) {
    return write(epoch, score, more);
  }

  private Path write(long epoch, @Nullable Double score, Map<String, ?> more) {
    if (epoch < 0) throw bad("epoch is " + epoch + " (expected: >= 0)");
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    entries.put(EPOCH, epoch);
    if (score != null) entries.put(SCORE, score);
    Path file = folder.resolve("checkpoint-" + epoch + ".pt");
    try (var temporaries = Scope.open()) {
      putNew(entries, state.take());
      putNew(entries, more);
      Files.createDirectories(folder);
      Checkpoint.save(entries, file);
      scores.put(file, score == null ? Double.NaN : score);
      prune();
    } catch (IOException e) {
      throw new CheckpointException("Checkpointer: folder " + folder + " cannot be written: " + e, e);
    }
    return file;
  }

  private static void putNew(Map<String, @Nullable Object> entries, Map<String, ? extends @Nullable Object> more) {
    more.forEach((key, value) -> {
      if (entries.containsKey(key)) throw bad("key '" + key + "' is taken (expected: another key)");
      entries.put(key, value);
    });
  }

  /** {@return the checkpoint of the last epoch; null where there is none} */
  public @Nullable Path latest() {
    NavigableMap<Long, Path> files = files();
    return files.isEmpty() ? null : files.lastEntry().getValue();
  }

  /** {@return the checkpoint of the best score, of the earliest of equals; null where none has a score} */
  public @Nullable Path best() {
    return best(files().values().stream()).findFirst().orElse(null);
  }

  /**
   * Restores the last checkpoint, if there is one.
   *
   * @return what it holds, {@code epoch} among it; null where there is none, and nothing has changed
   * @throws CheckpointException if it cannot be read, or does not fit
   */
  public @Nullable Checkpoint resume() {
    Path file = latest();
    if (file == null) return null;
    Checkpoint checkpoint = Checkpoint.load(file);
    state.restore(checkpoint);
    return checkpoint;
  }

  private void prune() throws IOException {
    NavigableMap<Long, Path> files = files();
    Set<Path> kept = new HashSet<>();
    files.descendingMap().values().stream().limit(options.keepLast).forEach(kept::add);
    if (files.size() == kept.size()) return;
    best(files.values().stream()).limit(options.keepBest).forEach(kept::add);
    for (Path file : files.values()) if (!kept.contains(file)) Files.deleteIfExists(file);
    scores.keySet().retainAll(kept);
  }

  /** Files that have a score, the best first. */
  private Stream<Path> best(Stream<Path> files) {
    Comparator<Path> byScore = Comparator.comparingDouble(this::score);
    return files.filter(file -> !Double.isNaN(score(file)))
        .sorted(options.lowestIsBest ? byScore : byScore.reversed());
  }

  private double score(Path file) {
    return scores.computeIfAbsent(file, unknown -> {
      try (var temporaries = Scope.open()) {
        Checkpoint checkpoint = Checkpoint.load(file);
        return checkpoint.contains(SCORE) ? checkpoint.doubleValue(SCORE) : Double.NaN;
      }
    });
  }

  /** The folder's checkpoints by epoch; other files are none of ours. */
  private NavigableMap<Long, Path> files() {
    var byEpoch = new TreeMap<Long, Path>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) byEpoch.put(Long.valueOf(name.group(1)), file);
      }
    } catch (NoSuchFileException e) {
      return byEpoch;
    } catch (IOException e) {
      throw new CheckpointException("Checkpointer: folder " + folder + " cannot be read: " + e, e);
    }
    return byEpoch;
  }

  private static CheckpointException bad(String what) {
    return new CheckpointException("Checkpointer: " + what);
  }

  /** Which checkpoints stay. */
  public static final class Options extends FluentOptions<Options> {
    private int keepLast = 3;
    private int keepBest = 1;
    private boolean lowestIsBest = false;

    /** How many of the last epochs; default 3. */
    public Options keepLast(int keepLast) {
      return with(o -> o.keepLast = keepLast);
    }

    public int keepLast() { return keepLast; }

    /** How many of the best scores, beside the last; default 1. */
    public Options keepBest(int keepBest) {
      return with(o -> o.keepBest = keepBest);
    }

    public int keepBest() { return keepBest; }

    /** Whether a low score is a good one, as of a loss; default false. */
    public Options lowestIsBest(boolean lowestIsBest) {
      return with(o -> o.lowestIsBest = lowestIsBest);
    }

    public boolean lowestIsBest() { return lowestIsBest; }
  }
}
