package dev.jtorch.cli.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Counts how often images of one class were taken for another. */
public final class ConfusionMatrix {
  private final List<String> classes;
  private final long[][] counts;

  /** An empty matrix over these classes, in the order of their numbers. */
  public ConfusionMatrix(List<String> classes) {
    this.classes = List.copyOf(classes);
    counts = new long[classes.size()][classes.size()];
  }

  /** Counts one image. */
  public void add(int actual, int predicted) {
    counts[actual][predicted]++;
  }

  /** {@return the names of the classes} */
  public List<String> classes() { return classes; }

  /** {@return how many images of the first class were taken for the second} */
  public long count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /** {@return how many images of a class there are} */
  public long actual(int index) {
    return LongStream.of(counts[index]).sum();
  }

  /** {@return how many images were taken for a class} */
  public long predicted(int index) {
    return IntStream.range(0, counts.length).mapToLong(i -> counts[i][index]).sum();
  }

  /** {@return the share of a class's images that were recognised; NaN when there are none} */
  public double recall(int index) {
    return (double) count(index, index) / actual(index);
  }

  /** {@return the share of right ones among the images taken for a class; NaN when there are none} */
  public double precision(int index) {
    return (double) count(index, index) / predicted(index);
  }

  /** {@return the number of images counted} */
  public long total() {
    return IntStream.range(0, counts.length).mapToLong(this::actual).sum();
  }

  /** {@return the share of images recognised} */
  public double accuracy() {
    return (double) IntStream.range(0, counts.length).mapToLong(i -> count(i, i)).sum() / total();
  }
}
