package dev.jtorch.nn.init;

/** What follows a layer, as far as the gain of its initial weights is concerned. */
public enum Nonlinearity {
  LINEAR,
  CONV1D,
  CONV2D,
  CONV3D,
  CONV_TRANSPOSE1D,
  CONV_TRANSPOSE2D,
  CONV_TRANSPOSE3D,
  SIGMOID,
  TANH,
  RELU,
  LEAKY_RELU,
  SELU;

  /** The slope of a leaky ReLU where none is given. */
  static final double DEFAULT_SLOPE = 0.01;

  double gain(double negativeSlope) {
    return switch (this) {
      case TANH -> 5.0 / 3;
      case RELU -> Math.sqrt(2);
      case LEAKY_RELU -> Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
      case SELU -> 3.0 / 4; // found by experiment, says PyTorch
      default -> 1;
    };
  }
}
