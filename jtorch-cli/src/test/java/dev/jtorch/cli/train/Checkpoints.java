package dev.jtorch.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.io.Checkpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what two runs left. */
final class Checkpoints {
  private Checkpoints() {}

  /** Asserts that weights, optimizer, scheduler and random numbers are the same to the last bit. */
  static void assertSame(Path one, Path other) {
    Checkpoint a = Checkpoint.load(one);
    Checkpoint b = Checkpoint.load(other);
    for (String part : List.of("epoch", "model", "optimizer", "scheduler", "rng", "unfinished")) {
      assertThat(flat(b.get(part))).as(part).isEqualTo(flat(a.get(part)));
    }
  }

  /** The value with each tensor as its dtype, shape and a hash of its numbers, so that a difference prints in a line. */
  private static Object flat(@Nullable Object value) {
    if (value instanceof Tensor t)
      return List.of(t.dtype(), t.shape(), Arrays.hashCode(t.toDouble().flatten().toDoubleArray()));
    if (value instanceof Map<?, ?> map) {
      var entries = new ArrayList<Object>();
      map.forEach((key, entry) -> entries.add(List.of(key, flat(entry))));
      return entries;
    }
    if (value instanceof List<?> list) return list.stream().map(Checkpoints::flat).toList();
    return String.valueOf(value);
  }
}
