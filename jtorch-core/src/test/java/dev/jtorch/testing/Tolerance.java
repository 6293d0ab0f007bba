package dev.jtorch.testing;

import dev.jtorch.DType;
import dev.jtorch.Tensor;

/**
 * How far elements may be apart: {@code |actual - expected| <= absolute + relative · |expected|}.
 *
 * <p>All tolerances of all modules' tests are here, each with its reason. They hold on every processor: kernels for another
 * instruction set add in another order, fuse a product with a sum or compute {@code exp} otherwise, and so round otherwise.
 *
 * @param relative by how much of what is expected
 * @param absolute by how much in any case
 */
public record Tolerance(double relative, double absolute) {
  /** None: for copies, integers, and what one process computes twice in the same way. */
  public static final Tolerance EXACT = new Tolerance(0, 0);

  /** A number with four decimals, as tensors are printed and documentation gives them: one in the last of them. */
  public static final Tolerance PRINTED = new Tolerance(1e-4, 1e-4);

  /** A few operations on float32 numbers below 1. */
  public static final Tolerance FEW_ROUNDINGS = new Tolerance(1e-6, 1e-7);

  /** Two chains of a few layers in float32 that would be the same in exact arithmetic. */
  public static final Tolerance REORDERED = new Tolerance(1e-5, 1e-5);

  /** The same of a small network in float64. */
  public static final Tolerance REORDERED_FLOAT64 = new Tolerance(1e-9, 1e-9);

  /** A network's output with weights in float16, each off by up to a two-thousandth. */
  public static final Tolerance HALF_WEIGHTS = new Tolerance(0.02, 0.02);

  /** The slope between two points 2e-6 apart in float64: half of the digits cancel, and the curvature adds its square. */
  public static final Tolerance DIFFERENCES = new Tolerance(1e-6, 1e-6);

  /** {@return what {@code torch.testing.assert_close} grants a type} */
  public static Tolerance of(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> new Tolerance(1e-3, 1e-5);
      case BFLOAT16 -> new Tolerance(1.6e-2, 1e-5);
      case FLOAT32, COMPLEX64 -> new Tolerance(1.3e-6, 1e-5);
      case FLOAT64, COMPLEX128 -> new Tolerance(1e-7, 1e-7);
      default -> EXACT;
    };
  }

  /** {@return what one operator may differ by, and its gradient: {@code exp} and its like are a few units off in any kernel} */
  public static Tolerance ofOperator(DType dtype) {
    double relative = switch (dtype) {
      case FLOAT16, BFLOAT16 -> 1e-2;
      case FLOAT32, COMPLEX64 -> 5e-6;
      case FLOAT64, COMPLEX128 -> 1e-11;
      default -> 0;
    };
    return new Tolerance(relative, relative / 10);
  }

  /** {@return what parameters of the order of 1 may differ by after sixty steps of an optimizer} */
  public static Tolerance ofSteps(DType dtype) {
    double each = switch (dtype) {
      case FLOAT16 -> 1e-3;
      case BFLOAT16 -> 1e-2;
      case FLOAT64 -> 1e-12;
      default -> 1e-6;
    };
    return new Tolerance(each, each);
  }

  /** {@return for pixels of eight bits: so many of the 256 levels; one, where 0.5 may be rounded up or down} */
  public static Tolerance levels(int count) {
    return new Tolerance(0, count);
  }

  /**
   * {@return what numbers of one seed may differ by}
   *
   * <p>The generator's integers are the same everywhere. What makes them uniform or normal rounds a few times: {@code x · width
   * + low} is fused or not, and {@code log} and {@code cos} are the processor's. That is a few units in the last place of the
   * largest number, also where a small one is the difference of two large ones.
   */
  public static Tolerance ofRandom(Tensor expected) {
    double unit = switch (expected.dtype()) {
      case FLOAT16 -> 0x1p-10;
      case BFLOAT16 -> 0x1p-7;
      case FLOAT32 -> 0x1p-23;
      case FLOAT64 -> 0x1p-52;
      default -> 0;
    };
    return new Tolerance(0, 16 * unit * largest(expected));
  }

  /**
   * {@return what a whole network's outputs and gradients may differ by: a ten-thousandth of the largest}
   *
   * <p>Each of a hundred layers rounds sums of thousands of products, and the errors of one go through all that follow.
   */
  public static Tolerance ofNetwork(Tensor expected) {
    return new Tolerance(1e-4, 1e-4 * largest(expected));
  }

  /** {@return this tolerance for numbers that were multiplied by a factor} */
  public Tolerance scaled(double factor) {
    return new Tolerance(relative, absolute * factor);
  }

  private static double largest(Tensor tensor) {
    return tensor.numel() == 0 ? 0 : tensor.detach().abs().max().item();
  }

  /** Whether a number is near enough to another. */
  public boolean allows(double actual, double expected) {
    if (Double.isNaN(expected) || Double.isInfinite(expected)) return Double.compare(actual, expected) == 0;
    return Math.abs(actual - expected) <= absolute + relative * Math.abs(expected);
  }
}
