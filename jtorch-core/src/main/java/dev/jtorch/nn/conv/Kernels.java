package dev.jtorch.nn.conv;

import dev.jtorch.Size;
import dev.jtorch.TorchException;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.init.Fans;
import dev.jtorch.nn.init.Init;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What convolutions and transposed convolutions do alike with their kernels. */
final class Kernels {
  private Kernels() {}

  /** The shape of so many kernels for so many channels. */
  static long[] shape(long count, long channels, Size size) {
    return LongStream.concat(LongStream.of(count, channels), size.stream().mapToLong(k -> k)).toArray();
  }

  /** Gives weight and bias their initial values: uniform in (-1/√fan, 1/√fan). */
  static void draw(Parameter weight, @Nullable Parameter bias) {
    Init.kaimingUniform_(weight, o -> o.a(Math.sqrt(5))); // the same bound as the bias's
    double fan = Fans.of(weight).in();
    double bound = 1 / Math.sqrt(fan);
    if (bias != null && fan != 0) Init.uniform_(bias, -bound, bound);
  }

  static void checkChannels(String who, long inChannels, long outChannels, long groups) {
    Require.notNegative(who, "inChannels", inChannels);
    Require.notNegative(who, "outChannels", outChannels);
    Require.positive(who, "groups", groups);
    requireDivisible(who, "inChannels", inChannels, groups);
    requireDivisible(who, "outChannels", outChannels, groups);
  }

  private static void requireDivisible(String who, String what, long channels, long groups) {
    if (channels % groups == 0) return;
    throw new TorchException(who + ": " + what + " is " + channels + " (expected: divisible by groups " + groups + ")");
  }

  /** {@code , name=(1, 2)}; nothing where all sizes are what they are by default. */
  static String text(String name, Size sizes, long first) {
    return sizes.stream().allMatch(s -> s == first) ? "" : ", " + name + "=" + tuple(sizes);
  }

  static String tuple(Size sizes) { return PythonNumbers.tuple(sizes.toLongArray()); }
}
