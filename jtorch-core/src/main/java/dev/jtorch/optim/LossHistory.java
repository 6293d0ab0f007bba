package dev.jtorch.optim;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The losses of a training, each with the epoch, the iteration, the number of images seen and the time at which it was measured.
 *
 * <pre>{@code
 * var history = new LossHistory();
 * for (int epoch = 1; epoch <= epochs; epoch++)
 *   for (Example batch : loader) {
 *     ..
 *     history.add(epoch, loss.item(), batch.target().size(0));
 *   }
 * double[] x = history.positions(LossHistory.Axis.IMAGES);
 * double[] y = history.losses(LossHistory.Axis.IMAGES);
 * }</pre>
 *
 * <p>The four axes answer four questions: the loss per {@link Axis#ITERATION iteration} compares optimizers, the loss per
 * {@link Axis#IMAGES image seen} compares batch sizes and how well data is used, the loss per {@link Axis#SECONDS second} compares
 * programs and machines, and the loss per {@link Axis#EPOCH epoch} is the mean over a pass over the data.
 */
public final class LossHistory {
  private static final double NANOS = 1e9;

  private final LongSupplier clock;
  private final List<Step> steps = new ArrayList<>();
  private long start;

  /** What a loss can be plotted against. */
  public enum Axis {
    /** Passes over the data, from 1. */
    EPOCH,
    /** Updates of the parameters, from 1. */
    ITERATION,
    /** Examples that the updates so far have seen, also the fewer ones of a last, smaller batch. */
    IMAGES,
    /** Seconds since the history was made, pauses between two processes left out. */
    SECONDS
  }

  /**
   * One loss.
   *
   * @param epoch the pass over the data, from 1
   * @param iteration the number of the update, from 1
   * @param images examples seen so far, those of this update among them
   * @param seconds since the history was made
   * @param loss the mean over the update's examples
   */
  public record Step(int epoch, long iteration, long images, double seconds, double loss) {
    private double at(Axis axis) {
      return switch (axis) {
        case EPOCH -> epoch;
        case ITERATION -> iteration;
        case IMAGES -> images;
        case SECONDS -> seconds;
      };
    }
  }

  /** No losses yet; the clock begins to run. */
  public LossHistory() {
    this(System::nanoTime);
  }

  /** A history with a clock of nanoseconds. */
  LossHistory(LongSupplier clock) {
    this.clock = clock;
    start = clock.getAsLong();
  }

  /**
   * Adds the loss of an update.
   *
   * @param epoch the pass over the data, from 1 and not before the last one added
   * @param loss the mean over the batch
   * @param images how many examples the batch has, so that a smaller last batch counts as what it is
   * @throws TorchException if the epoch has passed already, or the batch is empty
   */
  public void add(int epoch, double loss, long images) {
    int before = steps.isEmpty() ? 1 : last().epoch;
    if (epoch < before) {
      throw new TorchException("LossHistory: epoch is " + epoch + " (expected: >= " + before + ")");
    }
    if (images < 1) throw new TorchException("LossHistory: images is " + images + " (expected: >= 1)");
    long seen = steps.isEmpty() ? 0 : last().images;
    steps.add(new Step(epoch, steps.size() + 1, seen + images, (clock.getAsLong() - start) / NANOS, loss));
  }

  /** {@return every loss, in order} */
  public List<Step> steps() { return List.copyOf(steps); }

  /** {@return where the points of a curve lie on an axis: one for each loss, or for each epoch} */
  public double[] positions(Axis axis) {
    if (axis == Axis.EPOCH) return epochs().stream().mapToDouble(epoch -> epoch.get(0).epoch).toArray();
    return steps.stream().mapToDouble(step -> step.at(axis)).toArray();
  }

  /** {@return the losses at {@link #positions}: each one, or for {@link Axis#EPOCH} the mean over the epoch's examples} */
  public double[] losses(Axis axis) {
    if (axis == Axis.EPOCH) return epochs().stream().mapToDouble(this::mean).toArray();
    return steps.stream().mapToDouble(Step::loss).toArray();
  }

  /**
   * Where an epoch ended on an axis, for what is measured then, such as the loss on a test set.
   *
   * @throws TorchException if there is no loss of the epoch
   */
  public double endOf(int epoch, Axis axis) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).epoch == epoch) return steps.get(i).at(axis);
    }
    throw new TorchException("LossHistory: epoch " + epoch + " has no loss (expected: one of " + epochs().stream()
        .map(e -> e.get(0).epoch).toList() + ")");
  }

  private Step last() { return steps.get(steps.size() - 1); }

  private List<List<Step>> epochs() {
    return new ArrayList<>(steps.stream().collect(Collectors.groupingBy(Step::epoch, LinkedHashMap::new,
        Collectors.toList())).values());
  }

  private double mean(List<Step> epoch) {
    double sum = 0;
    long images = 0;
    for (Step step : epoch) {
      long ofBatch = step.iteration == 1 ? step.images : step.images - steps.get((int) step.iteration - 2).images;
      sum += step.loss * ofBatch;
      images += ofBatch;
    }
    return sum / images;
  }

  /** {@return all losses as comma-separated values under one line of names} */
  public String toCsv() {
    return steps.stream().map(s -> String.format(Locale.ROOT, "%d,%d,%d,%.3f,%.6f\n", s.epoch, s.iteration, s.images,
        s.seconds, s.loss)).collect(Collectors.joining("", "epoch,iteration,images,seconds,loss\n", ""));
  }

  /** {@return the losses and their places as tensors, for a checkpoint} */
  public Map<String, Object> stateDict() {
    var state = new LinkedHashMap<String, Object>();
    state.put("epoch", Torch.tensor(steps.stream().mapToLong(Step::epoch).toArray()));
    state.put("images", Torch.tensor(steps.stream().mapToLong(Step::images).toArray()));
    state.put("seconds", Torch.tensor(steps.stream().mapToDouble(Step::seconds).toArray()));
    state.put("loss", Torch.tensor(steps.stream().mapToDouble(Step::loss).toArray()));
    return state;
  }

  /**
   * Goes on from what {@link #stateDict()} gave; the clock goes on from the last loss.
   *
   * @throws TorchException if something is missing; nothing is changed then
   */
  public void loadStateDict(Map<String, ?> state) {
    long[] epochs = column(state, "epoch").to(DType.INT64).toLongArray();
    long[] images = column(state, "images").to(DType.INT64).toLongArray();
    double[] seconds = column(state, "seconds").toDoubleArray();
    double[] losses = column(state, "loss").toDoubleArray();
    if (images.length != epochs.length || seconds.length != epochs.length || losses.length != epochs.length) {
      throw new TorchException("LossHistory: the state has " + epochs.length + " epochs, " + images.length + " images, "
          + seconds.length + " seconds and " + losses.length + " losses (expected: as many of each)");
    }
    steps.clear();
    for (int i = 0; i < epochs.length; i++) {
      steps.add(new Step((int) epochs[i], i + 1, images[i], seconds[i], losses[i]));
    }
    start = clock.getAsLong() - (steps.isEmpty() ? 0 : (long) (last().seconds * NANOS));
  }

  private static Tensor column(Map<String, ?> state, String key) {
    if (state.get(key) instanceof Tensor tensor && tensor.dim() == 1) return tensor;
    throw new TorchException(
        "LossHistory: the state has no list '" + key + "' (expected: epoch, images, seconds, loss)");
  }
}
