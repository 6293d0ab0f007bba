package dev.jtorch.nn.check;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Refuses what a layer cannot be built from or called with. */
public final class Require {
  private Require() {}

  /** A count that may be zero. */
  public static void notNegative(String who, String what, long value) {
    if (value < 0) throw new TorchException(who + ": " + what + " is " + value + " (expected: 0 or more)");
  }

  /** A count of at least one. */
  public static void positive(String who, String what, long value) {
    if (value <= 0) throw new TorchException(who + ": " + what + " is " + value + " (expected: 1 or more)");
  }

  /**
   * Sizes that fit 32 bits, with LibTorch's words. Most of its poolings look for this themselves; others never end, or read
   * where no input is.
   */
  public static void ints(long[]... sizes) {
    if (Arrays.stream(sizes).flatMapToLong(s -> Arrays.stream(required(s))).anyMatch(size -> size != (int) size)) {
      throw new TorchException("integer out of range");
    }
  }

  /** {@return sizes for {@code rank} dimensions, given as one number for all or as one for each} */
  public static Size sizes(String who, String what, Size given, int rank) {
    if (given.size() == rank) return given;
    positive(who, "rank", rank);
    if (given.size() != 1) {
      throw new ShapeException(
          who + ": " + what + " is " + given.inMessage() + " (expected: one number, or " + rank + ")");
    }
    var sizes = new long[rank];
    Arrays.fill(sizes, given.get(0));
    return Size.of(sizes);
  }

  /** An input with one of some numbers of dimensions; the message is PyTorch's, with the shape that was meant. */
  public static void rank(Tensor input, String meant, int... ranks) {
    int dim = required(input, "input").dim();
    if (IntStream.of(ranks).anyMatch(rank -> rank == dim)) return;
    String legal = IntStream.of(ranks).mapToObj(rank -> rank + "D").collect(Collectors.joining(" or "));
    String hint = dim == ranks[0] - 1 ? "; is the batch dimension missing? unsqueeze(0) adds one" : "";
    throw new ShapeException("expected " + legal + " input (got " + dim + "D input), as " + meant + hint);
  }
}
