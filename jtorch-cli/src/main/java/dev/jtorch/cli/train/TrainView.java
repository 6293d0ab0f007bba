package dev.jtorch.cli.train;

import dev.jtorch.cli.report.EpochResult;
import dev.jtorch.cli.report.History;
import dev.jtorch.cli.train.Trainer.Unfinished;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the user of {@code jtorch train} sees on the console. */
public final class TrainView {
  private final PrintWriter out;
  private final boolean terminal;
  private final int epochs;

  /** Prints to the writer; bars are drawn only where somebody looks at a terminal. */
  TrainView(PrintWriter out, int epochs) {
    this.out = out;
    this.epochs = epochs;
    terminal = isTerminal(System.console());
  }

  /** {@return whether somebody looks at this console} From JDK 22 on, a console may be there without a terminal, and says so. */
  public static boolean isTerminal(@Nullable Console console) {
    if (console == null) return false;
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** The network as Python prints it, and the table of its layers. */
  void network(String network, String summary) {
    out.println(network);
    out.println();
    out.println(summary);
    out.println();
  }

  /** Says where a resumed session goes on. */
  void resumed(Path checkpoint, Session session) {
    out.println("resumed " + checkpoint + " " + position(session));
  }

  /** Says where the files of a finished run are. */
  void finished(History history, Path folder) {
    out.println(String.format(Locale.ROOT, "%nbest test accuracy %.1f %% in epoch %d; see %s",
        100 * history.best().testAccuracy(), history.best().epoch(), folder.resolve("report.html")));
  }

  /** Says what an interrupted run has left. */
  void stopped(Path checkpoint, Session session) {
    out.println("interrupted " + position(session) + "; go on with: jtorch train --resume " + checkpoint);
  }

  private static String position(Session session) {
    Unfinished unfinished = session.unfinished;
    String epochs = "after epoch " + session.history.epochs().size();
    return unfinished == null ? epochs : epochs + " and " + unfinished.loader().position() + " steps";
  }

  /** Begins the bar of an epoch, counted from 1; it ends when closed. */
  EpochBar bar(int epoch, long images, long seen) {
    return terminal ? new EpochBar.TerminalBar("epoch " + epoch + "/" + epochs, images, seen) : EpochBar.NONE;
  }

  /** The line of an epoch. */
  void epoch(EpochResult e) {
    out.println(String.format(Locale.ROOT,
        "epoch %" + String.valueOf(epochs).length() + "d/%d  loss %.4f  train %5.1f %%"
            + "  test %5.1f %%  lr %.3g",
        e.epoch(), epochs, e.loss(), 100 * e.trainAccuracy(), 100 * e.testAccuracy(), e.lr()));
  }
}
