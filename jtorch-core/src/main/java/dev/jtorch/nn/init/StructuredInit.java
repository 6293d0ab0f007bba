package dev.jtorch.nn.init;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.DType;
import dev.jtorch.Generator;
import dev.jtorch.Linalg;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.lang.System.Logger.Level;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Random initial values that depend on each other, or that are kept within bounds. */
abstract sealed class StructuredInit extends RandomInit permits Init {

  StructuredInit() {}

  /** Fills with standard normal numbers from [-2, 2]. */
  public static Tensor truncNormal_(Tensor tensor) {
    return truncNormal_(tensor, o -> o);
  }

  /** Fills with normal numbers within bounds: those outside are not drawn. */
  public static Tensor truncNormal_(Tensor tensor, UnaryOperator<TruncNormalOptions> with) {
    TruncNormalOptions o = configured(new TruncNormalOptions(), with);
    if (o.mean() < o.a() - 2 * o.std() || o.mean() > o.b() + 2 * o.std()) {
      System.getLogger(Init.class.getName()).log(Level.WARNING,
          "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. The distribution of values may be"
              + " incorrect.");
    }
    // uniform numbers between the distribution function's values at the bounds, through its inverse
    double low = normalDistribution((o.a() - o.mean()) / o.std());
    double high = normalDistribution((o.b() - o.mean()) / o.std());
    try (var quiet = Torch.noGrad()) {
      return drawUniform(tensor, 2 * low - 1, 2 * high - 1, o.generator()).erfinv_().mul_(o.std() * Math.sqrt(2))
          .add_(o.mean()).clamp_(o.a(), o.b());
    }
  }

  private static double normalDistribution(double x) {
    try (var scope = Scope.open()) {
      return (1 + Torch.scalar(x / Math.sqrt(2), o -> o.dtype(DType.FLOAT64)).erf().item()) / 2;
    }
  }

  /** Fills with a random orthogonal matrix. */
  public static Tensor orthogonal_(Tensor tensor) {
    return orthogonal_(tensor, 1);
  }

  /** {@link #orthogonal_(Tensor, double, Generator)} with the default generator. */
  public static Tensor orthogonal_(Tensor tensor, double gain) {
    return orthogonal_(tensor, gain, null);
  }

  /**
   * Fills with a random matrix whose rows, or columns where those are fewer, are orthogonal and of length {@code gain}. All
   * dimensions behind the first count as columns.
   *
   * <p>Differs from PyTorch: the last digits, which depend on the linear algebra library.
   *
   * @throws ShapeException if there are fewer than two dimensions
   */
  public static Tensor orthogonal_(Tensor tensor, double gain, @Nullable Generator generator) {
    if (tensor.dim() < 2) throw new ShapeException("Only tensors with 2 or more dimensions are supported");
    if (tensor.numel() == 0) return tensor;
    long rows = tensor.size(0);
    long columns = tensor.numel() / rows;
    try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
      Tensor random = Torch.empty(new long[] {rows, columns}, o -> o.dtype(tensor.dtype()).device(tensor.device()));
      drawNormal(random, 0, 1, generator);
      Tensor tall = rows < columns ? random.t() : random;
      var qr = Linalg.qr(tall);
      Tensor q = qr.q().mul(qr.r().diagonal().sign()); // the signs make it uniform, arXiv:math-ph/0609050
      return tensor.copy_((rows < columns ? q.t() : q).reshape(tensor.shape().toLongArray())).mul_(gain);
    }
  }

  /** {@link #sparse_(Tensor, double, double, Generator)} with standard deviation 0.01 and the default generator. */
  public static Tensor sparse_(Tensor tensor, double sparsity) {
    return sparse_(tensor, sparsity, 0.01, null);
  }

  /**
   * Fills with normal numbers of which in each column the share {@code sparsity}, rounded up, is zero.
   *
   * @throws ShapeException if there are not two dimensions
   */
  public static Tensor sparse_(Tensor tensor, double sparsity, double std, @Nullable Generator generator) {
    requireMatrix(tensor);
    long rows = tensor.size(0);
    long zeros = (long) Math.ceil(sparsity * rows);
    try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
      drawNormal(tensor, 0, std, generator);
      for (long column = 0; column < tensor.size(1); column++) {
        Tensor chosen = Torch.randperm(rows).narrow(0, 0, zeros);
        tensor.select(1, column).indexFill_(0, chosen, 0);
      }
    }
    return tensor;
  }
}
