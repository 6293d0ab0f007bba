package dev.jtorch.cli.train;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.cli.CommandException;
import dev.jtorch.cli.Inputs;
import dev.jtorch.cli.NumberOption;
import dev.jtorch.cli.report.EpochResult;
import dev.jtorch.cli.report.History;
import dev.jtorch.cli.train.TrainConfig.NetworkChoice;
import dev.jtorch.cli.train.TrainConfig.OptimizerChoice;
import dev.jtorch.cli.train.Trainer.Tally;
import dev.jtorch.cli.train.Trainer.Unfinished;
import dev.jtorch.data.LoaderState;
import dev.jtorch.io.Checkpoint;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file that a run can be continued from, exactly: weights, optimizer, scheduler, random numbers and order of images.
 *
 * <p>Python's {@code torch.load(file, weights_only=True)} reads it; {@code ["model"]} is the network's state_dict.
 */
final class RunCheckpoint {
  private final Checkpoint checkpoint;
  private final Saved saved;
  private final TrainConfig config;

  private RunCheckpoint(Checkpoint checkpoint, Saved saved) {
    this.checkpoint = checkpoint;
    this.saved = saved;
    config = config(saved.map("config"));
  }

  /** Writes a session; the file is there completely or not at all. */
  static void write(Path file, TrainConfig config, Session session) {
    var entries = new LinkedHashMap<String, @Nullable Object>();
    entries.put("config", config.toMap());
    entries.put("epoch", (long) session.history.epochs().size());
    try (var temporaries = Scope.open()) {
      entries.putAll(session.state().take());
      putHistory(entries, session);
      Checkpoint.save(entries, file);
    }
  }

  private static void putHistory(Map<String, @Nullable Object> entries, Session session) {
    entries.put("history", session.history.epochs().stream().map(RunCheckpoint::toMap).toList());
    entries.put("losses", session.losses.stateDict());
    entries.put("unfinished", session.unfinished == null ? null : toMap(session.unfinished));
  }

  /**
   * Reads a file that {@link #write} wrote.
   *
   * @throws NoSuchFileException if there is no file
   * @throws CommandException if it is something else
   */
  static RunCheckpoint read(Path file) throws NoSuchFileException {
    Checkpoint checkpoint = Checkpoint.load(Inputs.existing(file), o -> o.mapLocation("cpu"));
    if (checkpoint.value() instanceof Map<?, ?> map) return new RunCheckpoint(checkpoint, new Saved(file, map));
    throw new CommandException(file + " is no checkpoint of jtorch train (expected: a map of model, optimizer, ..)");
  }

  /** Puts a new session of the same configuration where the saved one stood. */
  void restore(Session session) {
    session.state().restore(checkpoint);
    session.history = new History(saved.maps("history").stream().map(RunCheckpoint::epoch).toList());
    session.losses.loadStateDict(checkpoint.map("losses"));
    session.unfinished = saved.has("unfinished") ? unfinished(saved.map("unfinished")) : null;
  }

  TrainConfig config() { return config; }

  /** {@return how many epochs the run had finished} */
  int epoch() { return saved.count("epoch"); }

  Path file() { return saved.file(); }

  private static TrainConfig config(Saved c) {
    DataSource data = DataSource.parse(c.text("data"));
    if (data == null) {
      throw new CommandException(
          c.file() + ": entry 'data' is " + c.text("data") + " (expected: " + DataSource.syntax() + ")");
    }
    return new TrainConfig(data, c.choice("model", NetworkChoice.values()), c.count("epochs"), c.count("batch-size"),
        c.real("lr"), c.choice("optimizer", OptimizerChoice.values()), c.whole("seed"),
        Math.min(c.count("workers"), NumberOption.Threads.MOST));
  }

  private static Map<String, Object> toMap(EpochResult e) {
    var map = new LinkedHashMap<String, Object>();
    map.put("epoch", (long) e.epoch());
    map.put("loss", e.loss());
    map.put("train_accuracy", e.trainAccuracy());
    map.put("test_loss", e.testLoss());
    map.put("test_accuracy", e.testAccuracy());
    map.put("lr", e.lr());
    map.put("seconds", e.seconds());
    return map;
  }

  private static EpochResult epoch(Saved e) {
    return new EpochResult(e.count("epoch"), e.real("loss"), e.real("train_accuracy"), e.real("test_loss"),
        e.real("test_accuracy"), e.real("lr"), e.real("seconds"));
  }

  private static Map<String, Object> toMap(Unfinished u) {
    var map = new LinkedHashMap<String, Object>();
    map.put("order", u.loader().generator());
    map.put("step", u.loader().position());
    map.put("loss", u.tally().loss());
    map.put("right", u.tally().right());
    map.put("seen", u.tally().seen());
    map.put("seconds", u.seconds());
    return map;
  }

  private static Unfinished unfinished(Saved u) {
    return new Unfinished(new LoaderState(u.get("order", Tensor.class), u.whole("step")),
        new Tally(u.real("loss"), u.whole("right"), u.whole("seen")), u.real("seconds"));
  }
}
