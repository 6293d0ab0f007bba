package dev.jtorch.nn.functional;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import java.util.stream.LongStream;

/**
 * The p-norm of each window: {@code (Σ x^p)^(1/p)}. Inputs are {@code (N, C, *)}, or {@code (C, *)} for one example.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.lp_pool2d.html">lp_pool2d</a>
 */
abstract sealed class FPowerPooling extends FAdaptivePooling permits FUnpooling {
  FPowerPooling() {}

  /** {@return the {@code normType}-norms of signals in windows} */
  public static Tensor lpPool1d(Tensor input, double normType, long kernelSize) {
    return lpPool1d(input, normType, new long[] {kernelSize}, new LpPoolOptions());
  }

  /** {@return the {@code normType}-norms of signals in windows, with ready options} */
  public static Tensor lpPool1d(Tensor input, double normType, long[] kernelSize, LpPoolOptions o) {
    Tensor means = F.avgPool1d(required(input, "input").pow(normType), kernelSize, required(o, "o").means());
    return norms(means, normType, numel(kernelSize, 1));
  }

  /** {@return the {@code normType}-norms of images in windows} */
  public static Tensor lpPool2d(Tensor input, double normType, long kernelSize) {
    return lpPool2d(input, normType, new long[] {kernelSize}, new LpPoolOptions());
  }

  /** {@return the {@code normType}-norms of images in windows, with ready options} */
  public static Tensor lpPool2d(Tensor input, double normType, long[] kernelSize, LpPoolOptions o) {
    Tensor means = F.avgPool2d(required(input, "input").pow(normType), kernelSize, required(o, "o").means());
    return norms(means, normType, numel(kernelSize, 2));
  }

  /** {@return the {@code normType}-norms of volumes in windows} */
  public static Tensor lpPool3d(Tensor input, double normType, long kernelSize) {
    return lpPool3d(input, normType, new long[] {kernelSize}, new LpPoolOptions());
  }

  /** {@return the {@code normType}-norms of volumes in windows, with ready options} */
  public static Tensor lpPool3d(Tensor input, double normType, long[] kernelSize, LpPoolOptions o) {
    Tensor means = F.avgPool3d(required(input, "input").pow(normType), kernelSize, required(o, "o").means());
    return norms(means, normType, numel(kernelSize, 3));
  }

  /** In PyTorch's steps, whose gradient at zero is zero. */
  private static Tensor norms(Tensor means, double normType, long elements) {
    return means.sign().mul(F.relu(means.abs())).mul(elements).pow(1 / normType);
  }

  private static long numel(long[] kernelSize, int rank) {
    return LongStream.of(forEachDimension(kernelSize, rank)).reduce(1, (a, b) -> a * b);
  }
}
