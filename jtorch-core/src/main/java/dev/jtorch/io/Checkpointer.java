package dev.jtorch.io;

import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.FluentOptions;
import dev.jtorch.Scope;
import dev.jtorch.io.pickle.PickleFile;
import dev.jtorch.io.zip.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of checkpoints of one training: the last ones, and the best ones.
 *
 * <p>Each is a file {@code checkpoint-EPOCH.pt} with the training's parts, {@code epoch}, {@code score} where one is given,
 * {@code checkpointer_run}, and what the user adds; Python's {@code torch.load(path, weights_only=True)} reads it. A file appears
 * complete or not at all, and others are deleted only when it is there. Training that is resumed goes on bit for bit as if it had
 * not stopped.
 *
 * <p><b>Whose file is whose.</b> Every checkpointer belongs to a run: to a new one when it is made, to that of the checkpoint
 * that it restores when {@link #resume} finds one. Each file names its run under {@code checkpointer_run}. A checkpointer deletes
 * files of its own run only, and never the one that it has just written. Files of other runs in the same folder, files that name
 * no run and files that cannot be read all stay, except that a checkpoint replaces whatever file has the same epoch in its name.
 *
 * <p>Differs from PyTorch: it has nothing like this.
 */
public final class Checkpointer {
  private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{1,18})\\.pt");
  private static final String EPOCH = "epoch";
  private static final String SCORE = "score";
  private static final String RUN = "checkpointer_run";

  private final Path folder;
  private final TrainingState state;
  private final Options options;
  private String run = UUID.randomUUID().toString();
  /** Whether the folder holds files of this run: until then, {@link #latest} and {@link #best} look at the last run's. */
  private boolean begun;
  /** What the files said when they were last read. */
  private final Map<Path, Saved> known = new HashMap<>();

  /**
   * What a file says about itself.
   *
   * @param run empty where it names none
   * @param score not a number where it has none
   */
  private record Saved(Path file, long epoch, FileTime written, String run, double score) {}

  /** The last three checkpoints and the one of the highest score. */
  public Checkpointer(Path folder, TrainingState state) {
    this(folder, state, o -> o);
  }

  /** The same as {@link #Checkpointer(Path, TrainingState)}, for a path in text. */
  public Checkpointer(String folder, TrainingState state) {
    this(Path.of(required(folder, "folder")), state);
  }

  /**
   * Checkpoints in a folder, which is made when the first is written.
   *
   * @throws CheckpointException if fewer than one are to be kept
   */
  public Checkpointer(Path folder, TrainingState state, UnaryOperator<Options> with) {
    this.folder = folder;
    this.state = state;
    options = configured(new Options(), with);
    if (options.keepLast < 1) throw bad("keepLast is " + options.keepLast + " (expected: >= 1)");
    if (options.keepBest < 0) throw bad("keepBest is " + options.keepBest + " (expected: >= 0)");
  }

  /** The same as {@link #Checkpointer(Path, TrainingState, UnaryOperator)}, for a path in text. */
  public Checkpointer(String folder, TrainingState state, UnaryOperator<Options> with) {
    this(Path.of(required(folder, "folder")), state, with);
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
    entries.put(RUN, run);
    if (score != null) entries.put(SCORE, score);
    Path file = folder.resolve("checkpoint-" + epoch + ".pt");
    try (var temporaries = Scope.open()) {
      putNew(entries, state.take());
      putNew(entries, more);
      Files.createDirectories(folder);
      Checkpoint.save(entries, file);
      begun = true;
      known.remove(file);
      prune(file);
    } catch (IOException e) {
      throw RegularFile.unwritable("Checkpointer: folder " + folder, e);
    }
    return file;
  }

  private static void putNew(Map<String, @Nullable Object> entries, Map<String, ? extends @Nullable Object> more) {
    more.forEach((key, value) -> {
      if (entries.containsKey(key)) throw bad("key '" + key + "' is taken (expected: another key)");
      entries.put(key, value);
    });
  }

  /**
   * {@return the checkpoint of the last epoch; null where there is none}
   *
   * <p>It is one of this run, or of the run that wrote last while this one has neither saved nor resumed. Files that cannot be
   * read do not count.
   *
   * @throws CheckpointException if there are checkpoints, and none can be read
   */
  public @Nullable Path latest() {
    Saved last = last(ofTheRun());
    return last == null ? null : last.file;
  }

  /** {@return the checkpoint of the best score, of the earliest of equals, among those of which {@link #latest} is the last;
   * null where none has a score} */
  public @Nullable Path best() {
    return best(ofTheRun()).map(Saved::file).findFirst().orElse(null);
  }

  /**
   * Restores the {@link #latest} checkpoint, if there is one, and goes on with its run.
   *
   * @return what it holds, {@code epoch} among it; null where there is none, and nothing has changed
   * @throws CheckpointException if none can be read, or it does not fit
   */
  public @Nullable Checkpoint resume() {
    Saved last = last(ofTheRun());
    if (last == null) return null;
    Checkpoint checkpoint = Checkpoint.load(last.file);
    state.restore(checkpoint);
    if (!last.run.isEmpty()) {
      run = last.run;
      begun = true;
    }
    return checkpoint;
  }

  /** Deletes what is neither among the last nor among the best of this run. */
  private void prune(Path justWritten) throws IOException {
    List<Saved> own = new ArrayList<>(ofTheRun());
    own.sort(Comparator.comparingLong(Saved::epoch).reversed());
    Set<Path> kept = new HashSet<>(Set.of(justWritten));
    own.stream().limit(options.keepLast).map(Saved::file).forEach(kept::add);
    if (own.stream().allMatch(saved -> kept.contains(saved.file))) return;
    best(own).limit(options.keepBest).map(Saved::file).forEach(kept::add);
    for (Saved saved : own) if (!kept.contains(saved.file)) Files.deleteIfExists(saved.file);
  }

  private static @Nullable Saved last(List<Saved> files) {
    return files.stream().max(Comparator.comparingLong(Saved::epoch)).orElse(null);
  }

  /** Files that have a score, the best first. */
  private Stream<Saved> best(List<Saved> files) {
    Comparator<Saved> byScore = Comparator.comparingDouble(Saved::score);
    return files.stream().filter(saved -> !Double.isNaN(saved.score)).sorted(
        (options.lowestIsBest ? byScore : byScore.reversed()).thenComparingLong(Saved::epoch));
  }

  /** The files of this run, or of the one that wrote last if this one has no files yet. */
  private List<Saved> ofTheRun() {
    List<Saved> all = files();
    String wanted = begun ? run
        : all.stream().max(Comparator.comparing(Saved::written).thenComparingLong(Saved::epoch)).map(Saved::run)
            .orElse(run);
    return all.stream().filter(saved -> saved.run.equals(wanted)).toList();
  }

  /** The folder's checkpoints that can be read; other files are none of ours. */
  private List<Saved> files() {
    var readable = new ArrayList<Saved>();
    CheckpointException unreadable = null;
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) continue;
        try {
          readable.add(read(file, Long.parseLong(name.group(1))));
        } catch (CheckpointException e) {
          unreadable = e;
        }
      }
    } catch (NoSuchFileException e) {
      return readable;
    } catch (IOException e) {
      throw RegularFile.unreadable("Checkpointer: folder " + folder, e);
    }
    if (readable.isEmpty() && unreadable != null) throw unreadable;
    known.keySet().retainAll(readable.stream().map(Saved::file).toList());
    return readable;
  }

  /** Reads what a file says about itself, without its tensors; nothing is read again until the file changes. */
  private Saved read(Path file, long epoch) {
    FileTime written;
    try {
      written = Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw RegularFile.unreadable(String.valueOf(file.getFileName()), e);
    }
    Saved before = known.get(file);
    if (before != null && before.written.equals(written)) return before;
    try (var content = PickleFile.read(file)) {
      Map<?, ?> entries = content.root() instanceof Map<?, ?> map ? map : Map.of();
      String writer = entries.get(RUN) instanceof String name ? name : "";
      double score = entries.get(SCORE) instanceof Number number ? number.doubleValue() : Double.NaN;
      var saved = new Saved(file, epoch, written, writer, score);
      known.put(file, saved);
      return saved;
    }
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
