package dev.jtorch.data;

import dev.jtorch.Generator;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Divides data sets at random.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.random_split">torch.utils.data.random_split</a>
 */
public final class Datasets {
  private Datasets() {}

  /** Divides a data set into parts of these sizes; the default generator chooses who goes where. */
  public static <T> List<Subset<T>> randomSplit(Dataset<T> dataset, long... lengths) {
    return randomSplit(dataset, Generator.ofCpu(), lengths);
  }

  /**
   * Divides a data set into parts of these sizes. The same seed gives the parts that Python gives.
   *
   * @throws TorchException if the lengths do not add up to the data set's size
   */
  public static <T> List<Subset<T>> randomSplit(Dataset<T> dataset, Generator generator, long... lengths) {
    if (LongStream.of(lengths).sum() != dataset.size()) {
      throw new TorchException("randomSplit: lengths " + Arrays.toString(lengths) + " add up to "
          + LongStream.of(lengths).sum() + " (expected: " + dataset.size() + ", the size of the data set)");
    }
    long[] order = RandomSampler.permutation(dataset.size(), generator);
    var parts = new ArrayList<Subset<T>>();
    int start = 0;
    for (long length : lengths) {
      parts.add(new Subset<>(dataset, Arrays.copyOfRange(order, start, start + (int) length)));
      start += (int) length;
    }
    return parts;
  }

  /** Divides a data set into parts of these shares; the default generator chooses who goes where. */
  public static <T> List<Subset<T>> randomSplit(Dataset<T> dataset, double... fractions) {
    return randomSplit(dataset, Generator.ofCpu(), fractions);
  }

  /**
   * Divides a data set into parts of these shares: each has the share's floor, and what remains goes to the parts in turn, one
   * sample each.
   *
   * @throws TorchException if a fraction is not between 0 and 1, or they do not add up to 1
   */
  public static <T> List<Subset<T>> randomSplit(Dataset<T> dataset, Generator generator, double... fractions) {
    double sum = DoubleStream.of(fractions).sum();
    if (Math.abs(sum - 1) > 1e-9 || DoubleStream.of(fractions).anyMatch(f -> f < 0 || f > 1)) {
      throw new TorchException("randomSplit: fractions are " + Arrays.toString(fractions)
          + " (expected: each between 0 and 1, together 1)");
    }
    long[] lengths = DoubleStream.of(fractions).mapToLong(f -> (long) Math.floor(dataset.size() * f)).toArray();
    long remainder = dataset.size() - LongStream.of(lengths).sum();
    for (int i = 0; i < remainder; i++) lengths[i % lengths.length]++;
    return randomSplit(dataset, generator, lengths);
  }
}
