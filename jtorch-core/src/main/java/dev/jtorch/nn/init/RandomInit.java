package dev.jtorch.nn.init;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Generator;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.lang.System.Logger.Level;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Initial values drawn from a distribution, each element by itself. */
abstract sealed class RandomInit extends ConstantInit permits StructuredInit {

  RandomInit() {}

  /** Fills uniformly from [0, 1). */
  public static Tensor uniform_(Tensor tensor) { return uniform_(tensor, 0, 1); }

  /** Fills uniformly from [from, to). */
  public static Tensor uniform_(Tensor tensor, double from, double to) {
    return uniform_(tensor, from, to, null);
  }

  /** Fills uniformly from [from, to), with a generator. */
  public static Tensor uniform_(Tensor tensor, double from, double to, @Nullable Generator generator) {
    try (var quiet = Torch.noGrad()) {
      return drawUniform(tensor, from, to, generator);
    }
  }

  /** Fills with standard normal numbers. */
  public static Tensor normal_(Tensor tensor) {
    return normal_(tensor, 0, 1);
  }

  /** Fills with normal numbers. */
  public static Tensor normal_(Tensor tensor, double mean, double std) {
    return normal_(tensor, mean, std, null);
  }

  /** Fills with normal numbers, with a generator. */
  public static Tensor normal_(Tensor tensor, double mean, double std, @Nullable Generator generator) {
    try (var quiet = Torch.noGrad()) {
      return drawNormal(tensor, mean, std, generator);
    }
  }

  /** Glorot's uniform initialisation with gain 1. */
  public static Tensor xavierUniform_(Tensor tensor) {
    return xavierUniform_(tensor, 1);
  }

  /** {@link #xavierUniform_(Tensor, double, Generator)} with the default generator. */
  public static Tensor xavierUniform_(Tensor tensor, double gain) {
    return xavierUniform_(tensor, gain, null);
  }

  /**
   * Glorot's uniform initialisation: from {@code (-a, a)} with {@code a = gain √(6 / (fan in + fan out))}.
   *
   * @throws dev.jtorch.ShapeException if there are fewer than two dimensions
   */
  public static Tensor xavierUniform_(Tensor tensor, double gain, @Nullable Generator generator) {
    double bound = Math.sqrt(3) * xavierStd(tensor, gain);
    return uniform_(tensor, -bound, bound, generator);
  }

  /** Glorot's normal initialisation with gain 1. */
  public static Tensor xavierNormal_(Tensor tensor) {
    return xavierNormal_(tensor, 1);
  }

  /** {@link #xavierNormal_(Tensor, double, Generator)} with the default generator. */
  public static Tensor xavierNormal_(Tensor tensor, double gain) {
    return xavierNormal_(tensor, gain, null);
  }

  /**
   * Glorot's normal initialisation: of standard deviation {@code gain √(2 / (fan in + fan out))}.
   *
   * @throws dev.jtorch.ShapeException if there are fewer than two dimensions
   */
  public static Tensor xavierNormal_(Tensor tensor, double gain, @Nullable Generator generator) {
    return normal_(tensor, 0, xavierStd(tensor, gain), generator);
  }

  private static double xavierStd(Tensor tensor, double gain) {
    Fans fans = Fans.of(tensor);
    return gain * Math.sqrt(2.0 / (fans.in() + fans.out()));
  }

  /** He's uniform initialisation for a ReLU's input. */
  public static Tensor kaimingUniform_(Tensor tensor) {
    return kaimingUniform_(tensor, o -> o);
  }

  /**
   * He's uniform initialisation: from {@code (-bound, bound)} with {@code bound = gain √(3 / fan)}.
   *
   * @throws dev.jtorch.ShapeException if there are fewer than two dimensions
   */
  public static Tensor kaimingUniform_(Tensor tensor, UnaryOperator<KaimingOptions> with) {
    if (isEmpty(tensor)) return tensor;
    KaimingOptions o = configured(new KaimingOptions(), with);
    double bound = Math.sqrt(3) * o.std(Fans.of(tensor));
    return uniform_(tensor, -bound, bound, o.generator());
  }

  /** He's normal initialisation for a ReLU's input. */
  public static Tensor kaimingNormal_(Tensor tensor) {
    return kaimingNormal_(tensor, o -> o);
  }

  /**
   * He's normal initialisation: of standard deviation {@code gain / √fan}.
   *
   * @throws dev.jtorch.ShapeException if there are fewer than two dimensions
   */
  public static Tensor kaimingNormal_(Tensor tensor, UnaryOperator<KaimingOptions> with) {
    if (isEmpty(tensor)) return tensor;
    KaimingOptions o = configured(new KaimingOptions(), with);
    return normal_(tensor, 0, o.std(Fans.of(tensor)), o.generator());
  }

  private static boolean isEmpty(Tensor tensor) {
    if (tensor.numel() > 0) return false;
    System.getLogger(Init.class.getName()).log(Level.WARNING, "Initializing zero-element tensors is a no-op");
    return true;
  }

  /** Null is the default generator of the tensor's device. */
  static Tensor drawUniform(Tensor tensor, double from, double to, @Nullable Generator generator) {
    return generator == null ? tensor.uniform_(from, to) : tensor.uniform_(from, to, generator);
  }

  /** Null is the default generator of the tensor's device. */
  static Tensor drawNormal(Tensor tensor, double mean, double std, @Nullable Generator generator) {
    return generator == null ? tensor.normal_(mean, std) : tensor.normal_(mean, std, generator);
  }
}
