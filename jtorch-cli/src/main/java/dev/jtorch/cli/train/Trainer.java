package dev.jtorch.cli.train;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.cli.CommandException;
import dev.jtorch.cli.report.ConfusionMatrix;
import dev.jtorch.cli.report.EpochResult;
import dev.jtorch.data.BatchIterator;
import dev.jtorch.data.DataLoader;
import dev.jtorch.data.Example;
import dev.jtorch.data.LoaderState;
import dev.jtorch.nn.functional.F;
import dev.jtorch.optim.LossHistory;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Trains a session's network epoch by epoch. */
final class Trainer {
  private static final int TEST_BATCH = 256;

  /** Is told of each epoch's end. */
  interface Listener {
    /** An epoch has ended, and the session holds its result. */
    void epochEnded(EpochResult result) throws IOException;
  }

  private final TrainConfig config;
  private final ImageData data;
  private final TrainView view;
  private final BooleanSupplier interrupted;
  private final DataLoader<Example> train;
  private final DataLoader<Example> test;

  Trainer(TrainConfig config, ImageData data, TrainView view, BooleanSupplier interrupted) {
    this.config = config;
    this.data = data;
    this.view = view;
    this.interrupted = interrupted;
    train =
        new DataLoader<>(data.train(), o -> o.batchSize(config.batchSize()).shuffle(true).workers(config.workers()));
    // With a generator of its own, testing draws nothing from the one that training uses.
    test = new DataLoader<>(data.test(), o -> o.batchSize(TEST_BATCH).workers(config.workers()).seed(config.seed()));
  }

  /**
   * Trains all epochs that are left, one at least.
   *
   * @return how the network does after the last; null when interrupted, and the session stands where that happened
   */
  @Nullable Evaluation run(Session session, Listener listener) throws IOException {
    if (session.nextEpoch() == 1 && session.unfinished == null) session.losses = new LossHistory(); // its clock begins here
    Evaluation evaluation;
    do {
      Unfinished epoch = train(session);
      evaluation = interrupted.getAsBoolean() ? null : evaluate(session);
      if (evaluation == null) {
        session.unfinished = epoch;
        return null;
      }
      EpochResult result = result(session, epoch, evaluation);
      session.history = session.history.plus(result);
      session.unfinished = null;
      session.scheduler.step();
      listener.epochEnded(result);
    } while (session.nextEpoch() <= config.epochs());
    return evaluation;
  }

  private static EpochResult result(Session session, Unfinished epoch, Evaluation evaluation) {
    Tally tally = epoch.tally();
    return new EpochResult(session.nextEpoch(), tally.meanLoss(), tally.accuracy(), evaluation.loss(),
        evaluation.confusion().accuracy(), session.scheduler.lastLr().get(0), epoch.seconds());
  }

  /**
   * Trains to the end of the epoch or to an interruption; both leave the epoch standing behind a whole step.
   *
   * @throws CommandException if the loss is infinite or not a number
   */
  private Unfinished train(Session session) {
    Unfinished before = session.unfinished;
    Tally tally = before == null ? Tally.EMPTY : before.tally();
    long start = System.nanoTime();
    session.network.train();
    try (BatchIterator<Example> batches = before == null ? train.iterator() : train.resume(before.loader());
        EpochBar bar = view.bar(session.nextEpoch(), data.train().size(), tally.seen())) {
      while (batches.hasNext() && !interrupted.getAsBoolean()) {
        tally = step(session, batches, tally);
        bar.advance(tally);
      }
      double seconds = (System.nanoTime() - start) / 1e9 + (before == null ? 0 : before.seconds());
      return new Unfinished(batches.state(), tally, seconds);
    }
  }

  private Tally step(Session session, BatchIterator<Example> batches, Tally tally) {
    try (var step = Scope.open()) {
      Example batch = batches.next();
      session.optimizer.zeroGrad();
      Tensor logits = session.network.call(batch.input());
      Tensor loss = F.crossEntropy(logits, batch.target());
      double mean = finite(loss.item(), "loss", session);
      loss.backward();
      session.optimizer.step();
      long right = logits.argmax(1).eq(batch.target()).sum().itemLong();
      session.losses.add(session.nextEpoch(), mean, batch.target().size(0));
      return tally.plus(mean, right, batch.target().size(0));
    }
  }

  /** {@return how the network does on the test images; null when interrupted} */
  private @Nullable Evaluation evaluate(Session session) {
    session.network.eval();
    var confusion = new ConfusionMatrix(data.classes());
    double loss = 0;
    try (var quiet = Torch.noGrad(); BatchIterator<Example> batches = test.iterator()) {
      while (batches.hasNext()) {
        if (interrupted.getAsBoolean()) return null;
        try (var step = Scope.open()) {
          Example batch = batches.next();
          Tensor logits = session.network.call(batch.input());
          loss += F.crossEntropy(logits, batch.target()).item() * batch.target().size(0);
          count(confusion, batch.target().toLongArray(), logits.argmax(1).toLongArray());
        }
      }
    }
    return new Evaluation(finite(loss / confusion.total(), "loss on the test images", session), confusion);
  }

  /** A training that has lost its numbers does not find them again, and its weights are no use to anybody. */
  private double finite(double loss, String what, Session session) {
    if (Double.isFinite(loss)) return loss;
    throw new CommandException(
        what + " is " + loss + " in epoch " + session.nextEpoch() + " (expected: a finite number);"
            + " a smaller --lr than " + config.lr() + " may help, and the last complete checkpoint is as it was");
  }

  private static void count(ConfusionMatrix confusion, long[] actual, long[] predicted) {
    for (int i = 0; i < actual.length; i++) confusion.add((int) actual[i], (int) predicted[i]);
  }

  /**
   * Sums over the images seen so far.
   *
   * @param loss sum of the losses of all images
   * @param right how many were classified right
   * @param seen how many there were
   */
  record Tally(double loss, long right, long seen) {
    static final Tally EMPTY = new Tally(0, 0, 0);

    /** {@return the sums with a batch more, whose mean loss is given} */
    Tally plus(double meanLoss, long right, long images) {
      return new Tally(loss + meanLoss * images, this.right + right, seen + images);
    }

    double meanLoss() { return loss / seen; }

    double accuracy() { return (double) right / seen; }
  }

  /**
   * How a network did on the test images.
   *
   * @param loss mean loss
   * @param confusion what was taken for what
   */
  record Evaluation(double loss, ConfusionMatrix confusion) {
  }

  /**
   * An epoch that was interrupted.
   *
   * @param loader where it stood in its order of images
   * @param tally what it had seen
   * @param seconds it had taken
   */
  record Unfinished(LoaderState loader, Tally tally, double seconds) {
  }
}
