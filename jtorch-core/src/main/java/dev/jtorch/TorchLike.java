package dev.jtorch;

import static dev.jtorch.Tensor.handle;

import dev.jtorch.internal.AtenCreation;
import dev.jtorch.internal.AtenRandom;
import java.util.function.UnaryOperator;

/** Tensors with the shape, dtype, device and memory format of another one; they never require grad by themselves. */
abstract sealed class TorchLike extends TorchCreation permits TorchRandom {
  TorchLike() {}

  /** {@return zeros, shaped like a tensor} */
  public static Tensor zerosLike(Tensor input) {
    return Tensor
        .tensor(AtenCreation.zerosLike(handle(input), TensorOptions.DEFAULT.asSaid(), MemoryFormat.PRESERVE.code()));
  }

  /** {@return zeros, shaped like a tensor, with another dtype, device or format} */
  public static Tensor zerosLike(Tensor input, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("zerosLike");
    return o.finish(AtenCreation.zerosLike(handle(input), o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return ones, shaped like a tensor} */
  public static Tensor onesLike(Tensor input) {
    return Tensor
        .tensor(AtenCreation.onesLike(handle(input), TensorOptions.DEFAULT.asSaid(), MemoryFormat.PRESERVE.code()));
  }

  /** {@return ones, shaped like a tensor, with another dtype, device or format} */
  public static Tensor onesLike(Tensor input, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("onesLike");
    return o.finish(AtenCreation.onesLike(handle(input), o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return elements of any value, shaped like a tensor} */
  public static Tensor emptyLike(Tensor input) {
    return Tensor
        .tensor(AtenCreation.emptyLike(handle(input), TensorOptions.DEFAULT.asSaid(), MemoryFormat.PRESERVE.code()));
  }

  /** {@return elements of any value, shaped like a tensor, with another dtype, device or format} */
  public static Tensor emptyLike(Tensor input, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("emptyLike");
    return o.finish(AtenCreation.emptyLike(handle(input), o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return uniform numbers from [0, 1), shaped like a tensor of a floating type} */
  public static Tensor randLike(Tensor input) {
    return Tensor
        .tensor(AtenRandom.randLike(handle(input), TensorOptions.DEFAULT.asSaid(), MemoryFormat.PRESERVE.code()));
  }

  /** {@return uniform numbers from [0, 1), shaped like a tensor of a floating type, with another dtype, device or format} */
  public static Tensor randLike(Tensor input, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("randLike");
    return o.finish(AtenRandom.randLike(handle(input), o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return standard normal numbers, shaped like a tensor of a floating type} */
  public static Tensor randnLike(Tensor input) {
    return Tensor
        .tensor(AtenRandom.randnLike(handle(input), TensorOptions.DEFAULT.asSaid(), MemoryFormat.PRESERVE.code()));
  }

  /** {@return standard normal numbers, shaped like a tensor of a floating type, with another dtype, device or format} */
  public static Tensor randnLike(Tensor input, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("randnLike");
    return o.finish(AtenRandom.randnLike(handle(input), o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return a tensor shaped like another one and filled with one value} */
  public static Tensor fullLike(Tensor input, Number value) {
    return fullLike(input, value, o -> o);
  }

  /** {@return a tensor shaped like another one and filled with one value, with another dtype, device or format} */
  public static Tensor fullLike(Tensor input, Number value, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("fullLike");
    return o.finish(AtenCreation.fullLike(handle(input), value, o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return integers from {@code [0, high)}, shaped and typed like a tensor} */
  public static Tensor randintLike(Tensor input, long high) {
    return randintLike(input, 0, high);
  }

  /** {@return integers from {@code [low, high)}, shaped and typed like a tensor} */
  public static Tensor randintLike(Tensor input, long low, long high) {
    return randintLike(input, low, high, o -> o);
  }

  /** {@return integers from {@code [low, high)}, shaped like a tensor, with another dtype, device or format} */
  public static Tensor randintLike(Tensor input, long low, long high, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("randintLike");
    return o.finish(AtenRandom.randintLike(handle(input), low, high, o.asSaid(), o.formatOrPreserve()));
  }
}
