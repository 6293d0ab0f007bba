package dev.jtorch.cli.train;

import dev.jtorch.Environment;
import dev.jtorch.cli.report.ConfusionMatrix;
import dev.jtorch.cli.report.EpochResult;
import dev.jtorch.cli.report.Report;
import dev.jtorch.cli.train.Trainer.Evaluation;
import dev.jtorch.summary.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run from its configuration to its report. */
final class TrainRun {
  /** What a shell reports for a program that Ctrl-C has ended. */
  private static final int INTERRUPTED = 130;

  private final TrainConfig config;
  private final Path folder;
  private final @Nullable RunCheckpoint resumed;
  private final TrainView view;

  TrainRun(TrainConfig config, Path folder, @Nullable RunCheckpoint resumed, PrintWriter out) {
    this.config = config;
    this.folder = folder;
    this.resumed = resumed;
    view = new TrainView(out, config.epochs());
  }

  /** Trains, and returns the exit code. */
  int execute() throws IOException {
    ImageData data = config.data().load();
    RunFiles files = RunFiles.in(folder);
    var session = new Session(config, data);
    String summary = Summary.of(session.network, data.batchShape(config.batchSize())).toString();
    view.network(session.network.toString(), summary);
    // only now, because making the summary may have drawn random numbers
    if (resumed != null) {
      resumed.restore(session);
      view.resumed(resumed.file(), session);
    }
    try (var interruption = Interruption.watch()) {
      var trainer = new Trainer(config, data, view, interruption::requested);
      Evaluation evaluation = trainer.run(session, result -> save(files, session, result));
      if (evaluation == null) return stopped(files, session);
      files.report(report(session, summary, evaluation.confusion()));
      view.finished(session.history, folder);
      return 0;
    }
  }

  private void save(RunFiles files, Session session, EpochResult result) throws IOException {
    RunCheckpoint.write(files.checkpoint(), config, session);
    files.history(session.history);
    files.losses(session.losses);
    view.epoch(result);
  }

  private int stopped(RunFiles files, Session session) throws IOException {
    RunCheckpoint.write(files.checkpoint(), config, session);
    view.stopped(files.checkpoint(), session);
    return INTERRUPTED;
  }

  private Report report(Session session, String summary, ConfusionMatrix confusion) {
    var configuration = new LinkedHashMap<String, String>();
    config.toMap().forEach((name, value) -> configuration.put(name, String.valueOf(value)));
    Map<String, String> environment = new LinkedHashMap<>(Environment.facts());
    environment.putAll(Environment.settings());
    return new Report(config.model() + " on " + config.data().kind(), configuration, session.network.toString(),
        summary,
        session.history, session.losses, confusion, environment);
  }
}
