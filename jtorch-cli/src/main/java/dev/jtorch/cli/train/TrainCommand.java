package dev.jtorch.cli.train;

import dev.jtorch.cli.NumberOption;
import dev.jtorch.cli.UsageException;
import dev.jtorch.cli.train.TrainConfig.NetworkChoice;
import dev.jtorch.cli.train.TrainConfig.OptimizerChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Trains a network on images and leaves its checkpoint, history, plots and report in a folder. */
@Command(name = "train", description = "Trains a network on images and writes its checkpoint and report.",
    sortOptions = false)
public final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--data", paramLabel = "DATA", converter = DataSourceOption.class,
      description = {"digits (embedded, the default), fashion-mnist:DIR or folder:DIR.",
        "folder:DIR has one folder of images (jpg, png, webp, bmp, tif) per class; they become RGB of 32 x 32 pixels,"
            + " all in memory (12 kB each), and every fifth of a class is for testing."}) private @Nullable DataSource data;

  @Option(names = "--model", paramLabel = "NAME",
      description = "The network: lenet (the default) or mlp.") private @Nullable NetworkChoice model;

  @Option(names = "--epochs", paramLabel = "N", converter = NumberOption.Positive.class,
      description = "How often the images are seen, 20 by default.") private @Nullable Integer epochs;

  @Option(names = "--batch-size", paramLabel = "N", converter = NumberOption.Positive.class,
      description = "Images in a step, 64 by default.") private @Nullable Integer batchSize;

  @Option(names = "--lr", paramLabel = "X", converter = NumberOption.PositiveReal.class,
      description = "Learning rate of the first epoch, 0.002 for adam and 0.05 for sgd by default.") private @Nullable Double lr;

  @Option(names = "--optimizer", paramLabel = "NAME",
      description = "adam (the default) or sgd.") private @Nullable OptimizerChoice optimizer;

  @Option(names = "--seed", paramLabel = "N", converter = NumberOption.Whole.class,
      description = "Seed of weights, order and dropout, 0 by default.") private @Nullable Long seed;

  @Option(names = "--workers", paramLabel = "N", converter = NumberOption.Threads.class,
      description = "Threads that prepare batches, 0 by default and at most 1000; the result is the same.") private @Nullable Integer workers;

  @Option(names = "--out", paramLabel = "DIR",
      description = "Where the files go, runs/DATA by default.") private @Nullable Path out;

  @Option(names = "--resume", paramLabel = "FILE",
      description = "Go on from the checkpoint of an earlier run.") private @Nullable Path resume;

  @Override public Integer call() throws IOException {
    RunCheckpoint checkpoint = resume == null ? null : RunCheckpoint.read(resume);
    TrainConfig config = checkpoint == null ? fresh() : resumed(checkpoint);
    return new TrainRun(config, folder(config), checkpoint, spec.commandLine().getOut()).execute();
  }

  /** Where the files go: a resumed run goes on in the folder of its checkpoint. */
  private Path folder(TrainConfig config) {
    if (out != null) return out;
    if (resume == null) return Path.of("runs", config.data().kind().toString());
    return Objects.requireNonNullElse(resume.getParent(), Path.of(""));
  }

  private TrainConfig fresh() {
    OptimizerChoice chosen = or(optimizer, OptimizerChoice.ADAM);
    return new TrainConfig(or(data, DataSource.DIGITS), or(model, NetworkChoice.LENET), or(epochs, 20),
        or(batchSize, 64), or(lr, chosen.defaultLr()), chosen, or(seed, 0L), or(workers, 0));
  }

  /** The configuration of the earlier run, of which only what changes nothing in its past may be changed. */
  private TrainConfig resumed(RunCheckpoint checkpoint) {
    TrainConfig saved = checkpoint.config();
    unchanged("--data", data == null ? null : data.kind(), saved.data().kind());
    unchanged("--model", model, saved.model());
    unchanged("--batch-size", batchSize, saved.batchSize());
    unchanged("--lr", lr, saved.lr());
    unchanged("--optimizer", optimizer, saved.optimizer());
    unchanged("--seed", seed, saved.seed());
    int until = or(epochs, saved.epochs());
    if (until <= checkpoint.epoch()) {
      throw new UsageException(spec.commandLine(), "--epochs is " + until + " (expected: > " + checkpoint.epoch()
          + ", the epochs that " + resume + " has behind it)");
    }
    return new TrainConfig(or(data, saved.data()), saved.model(), until, saved.batchSize(), saved.lr(),
        saved.optimizer(),
        saved.seed(), or(workers, saved.workers()));
  }

  private void unchanged(String option, @Nullable Object given, Object saved) {
    if (given == null || given.equals(saved)) return;
    throw new UsageException(spec.commandLine(), option + " is " + given + " (expected: " + saved + ", as in " + resume
        + "); a resumed run may change --epochs, --workers and --out");
  }

  private static <T> T or(@Nullable T given, T otherwise) { return given == null ? otherwise : given; }

  /** Reads the value of {@code --data}. */
  static final class DataSourceOption implements ITypeConverter<DataSource> {
    @Override public DataSource convert(String text) {
      DataSource source = DataSource.parse(text);
      if (source == null) throw new TypeConversionException(DataSource.syntax());
      return source;
    }
  }
}
