package dev.jtorch.cli.train;

import dev.jtorch.cli.CommandException;
import dev.jtorch.cli.report.ConfusionPlot;
import dev.jtorch.cli.report.Curves;
import dev.jtorch.cli.report.History;
import dev.jtorch.cli.report.HistoryCsv;
import dev.jtorch.cli.report.HtmlReport;
import dev.jtorch.cli.report.Plots;
import dev.jtorch.cli.report.Report;
import dev.jtorch.io.zip.RegularFile;
import dev.jtorch.optim.LossHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/** The folder of a run; each file in it is complete at any moment. */
record RunFiles(Path folder) {
  /** Makes the folder where there is none. */
  static RunFiles in(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new CommandException("--out " + folder + " is a file (expected: a folder)", e);
    }
    return new RunFiles(folder);
  }

  Path checkpoint() { return folder.resolve("checkpoint.pt"); }

  void history(History history) throws IOException {
    text("history.csv", HistoryCsv.of(history));
  }

  /** Writes the loss of every step, with its epoch, iteration, images seen and time. */
  void losses(LossHistory losses) throws IOException {
    text("losses.csv", losses.toCsv());
  }

  /** Writes the plots, where the machine can draw, and the report that shows them. */
  void report(Report report) throws IOException {
    var plots = new LinkedHashMap<String, byte[]>();
    if (Plots.available()) {
      plots.put("curves", Curves.of(report.history()));
      plots.put("losses", Curves.ofLosses(report.history(), report.losses()));
      plots.put("confusion", ConfusionPlot.of(report.confusion()));
    }
    for (var plot : plots.entrySet()) RegularFile.replace(folder.resolve(plot.getKey() + ".png"), plot.getValue());
    text("report.html", HtmlReport.of(report, plots));
  }

  private void text(String name, String content) throws IOException {
    RegularFile.replace(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }
}
