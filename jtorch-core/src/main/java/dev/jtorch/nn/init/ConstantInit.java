package dev.jtorch.nn.init;

import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;

/** Initial values without chance. */
abstract sealed class ConstantInit permits RandomInit {
  ConstantInit() {}

  /** Fills with one value. */
  public static Tensor constant_(Tensor tensor, double value) {
    try (var quiet = Torch.noGrad()) {
      return tensor.fill_(value);
    }
  }

  /** Fills with ones. */
  public static Tensor ones_(Tensor tensor) { return constant_(tensor, 1); }

  /** Fills with zeros. */
  public static Tensor zeros_(Tensor tensor) { return constant_(tensor, 0); }

  /**
   * Fills with ones on the diagonal and zeros elsewhere, so that a linear layer passes on what it can.
   *
   * @throws ShapeException if there are not two dimensions
   */
  public static Tensor eye_(Tensor tensor) {
    requireMatrix(tensor);
    try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
      return tensor.copy_(Torch.eye(tensor.size(0), tensor.size(1)));
    }
  }

  /** Fills so that a convolution passes on as many channels as it can. */
  public static Tensor dirac_(Tensor tensor) {
    return dirac_(tensor, 1);
  }

  /**
   * Fills so that a convolution passes on as many channels of each group as it can.
   *
   * @throws ShapeException if there are not three to five dimensions, or the first size does not divide by the groups
   */
  public static Tensor dirac_(Tensor tensor, long groups) {
    if (tensor.dim() < 3 || tensor.dim() > 5) {
      throw new ShapeException("Only tensors with 3, 4, or 5 dimensions are supported");
    }
    Size shape = tensor.shape();
    if (shape.get(0) % groups != 0) throw new ShapeException("dim 0 must be divisible by groups");
    long channels = shape.get(0) / groups;
    try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
      tensor.zero_();
      for (long group = 0; group < groups; group++) {
        for (long c = 0; c < Math.min(channels, shape.get(1)); c++) {
          Tensor kernel = tensor.select(0, group * channels + c).select(0, c);
          for (int dim = 2; dim < shape.size(); dim++) kernel = kernel.select(0, shape.get(dim) / 2);
          kernel.fill_(1);
        }
      }
    }
    return tensor;
  }

  static void requireMatrix(Tensor tensor) {
    if (tensor.dim() != 2) throw new ShapeException("Only tensors with 2 dimensions are supported");
  }

  /** {@return the factor by which a nonlinearity's input should be larger than without it} */
  public static double calculateGain(Nonlinearity nonlinearity) {
    return nonlinearity.gain(Nonlinearity.DEFAULT_SLOPE);
  }

  /** {@return the factor for a leaky ReLU of this slope; other nonlinearities take no notice of it} */
  public static double calculateGain(Nonlinearity nonlinearity, double negativeSlope) {
    return nonlinearity.gain(negativeSlope);
  }
}
