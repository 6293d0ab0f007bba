package dev.jtorch;

import dev.jtorch.internal.AtenRandom;
import java.util.function.UnaryOperator;

/**
 * Tensors of random numbers, and the default generator they are drawn from. The same seed gives the numbers that Python's
 * PyTorch gives.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#random-sampling">Random sampling</a>
 */
abstract sealed class TorchRandom extends TorchLike permits TorchModes {
  TorchRandom() {}

  /** {@return uniform numbers from [0, 1), of the default dtype} */
  public static Tensor rand(long... size) {
    return Tensor.tensor(AtenRandom.rand(size, null, DefaultDtype.options()));
  }

  /** {@return uniform numbers from [0, 1)} */
  public static Tensor rand(long[] size, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseFormat("rand");
    return o.finish(AtenRandom.rand(size, o.nativeGenerator(), o.forFloats()));
  }

  /** {@return numbers from the standard normal distribution, of the default dtype} */
  public static Tensor randn(long... size) {
    return Tensor.tensor(AtenRandom.randn(size, null, DefaultDtype.options()));
  }

  /** {@return numbers from the standard normal distribution} */
  public static Tensor randn(long[] size, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseFormat("randn");
    return o.finish(AtenRandom.randn(size, o.nativeGenerator(), o.forFloats()));
  }

  /** {@return integers from {@code [0, high)}, int64} */
  public static Tensor randint(long high, long[] size) {
    return randint(0, high, size);
  }

  /** {@return integers from {@code [low, high)}, int64} */
  public static Tensor randint(long low, long high, long... size) {
    return Tensor.tensor(AtenRandom.randint(low, high, size, null, DefaultDtype.of(DType.INT64)));
  }

  /** {@return integers from {@code [low, high)}, int64 unless said} */
  public static Tensor randint(long low, long high, long[] size, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseFormat("randint");
    return o.finish(AtenRandom.randint(low, high, size, o.nativeGenerator(), o.or(DType.INT64)));
  }

  /** {@return the integers from 0 to {@code n - 1} in random order, int64} */
  public static Tensor randperm(long n) {
    return Tensor.tensor(AtenRandom.randperm(n, null, DefaultDtype.of(DType.INT64)));
  }

  /** {@return the integers from 0 to {@code n - 1} in random order, int64 unless said} */
  public static Tensor randperm(long n, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseFormat("randperm");
    return o.finish(AtenRandom.randperm(n, o.nativeGenerator(), o.or(DType.INT64)));
  }

  /** {@return normal numbers, each with a mean and a standard deviation of its own} */
  public static Tensor normal(Tensor mean, Tensor std) {
    return Tensor.tensor(AtenRandom.normal(Tensor.handle(mean), Tensor.handle(std), null));
  }

  /** {@return normal numbers, each with a mean of its own} */
  public static Tensor normal(Tensor mean, double std) {
    return Tensor.tensor(AtenRandom.normal(Tensor.handle(mean), std, null));
  }

  /** {@return normal numbers, each with a standard deviation of its own} */
  public static Tensor normal(double mean, Tensor std) {
    return Tensor.tensor(AtenRandom.normal(mean, Tensor.handle(std), null));
  }

  /** {@return normal numbers with this mean and standard deviation, of the default dtype} */
  public static Tensor normal(double mean, double std, long... size) {
    return empty(size).normal_(mean, std);
  }

  /** {@return counts of the Poisson distribution; each element is the rate in its place} */
  public static Tensor poisson(Tensor input) {
    return Tensor.tensor(AtenRandom.poisson(Tensor.handle(input), null));
  }

  /**
   * Seeds the default generators of all devices.
   *
   * @return the CPU's default generator
   */
  public static Generator manualSeed(long seed) {
    Generator.seedAll(seed);
    return Generator.ofCpu();
  }

  /** {@return the seed that the CPU's default generator was last given} */
  public static long initialSeed() {
    return Generator.ofCpu().initialSeed();
  }

  /** Seeds the default generators of all devices with a number from the operating system, and returns it. */
  public static long seed() {
    long seed = Generator.ofCpu().seed();
    Generator.seedAll(seed);
    return seed;
  }

  /** {@return the state of the CPU's default generator, a tensor of bytes that Python reads too} */
  public static Tensor getRngState() {
    return Generator.ofCpu().getState();
  }

  /** Puts the CPU's default generator into a state that {@link #getRngState} gave. */
  public static void setRngState(Tensor state) {
    Generator.ofCpu().setState(state);
  }
}
