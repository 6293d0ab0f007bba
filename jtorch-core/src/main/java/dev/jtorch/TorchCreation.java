package dev.jtorch;

import dev.jtorch.internal.AtenCreation;
import java.util.function.UnaryOperator;

/**
 * Tensors of a given size and content.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#creation-ops">Creation ops</a>
 */
abstract sealed class TorchCreation extends TorchValues permits TorchLike {
  TorchCreation() {}

  /** {@return zeros, of the default dtype} */
  public static Tensor zeros(long... size) {
    return Tensor.tensor(AtenCreation.zeros(size, DefaultDtype.options()));
  }

  /** {@return zeros} */
  public static Tensor zeros(long[] size, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("zeros").refuseFormat("zeros");
    return o.finish(AtenCreation.zeros(size, o.forFloats()));
  }

  /** {@return ones, of the default dtype} */
  public static Tensor ones(long... size) {
    return Tensor.tensor(AtenCreation.ones(size, DefaultDtype.options()));
  }

  /** {@return ones} */
  public static Tensor ones(long[] size, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("ones").refuseFormat("ones");
    return o.finish(AtenCreation.ones(size, o.forFloats()));
  }

  /** {@return elements of any value: whatever memory held, of the default dtype} */
  public static Tensor empty(long... size) {
    return Tensor.tensor(AtenCreation.empty(size, DefaultDtype.options(), MemoryFormat.none()));
  }

  /** {@return elements of any value: whatever memory held} */
  public static Tensor empty(long[] size, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("empty");
    return o.finish(AtenCreation.empty(size, o.forFloats(), o.format()));
  }

  /** {@return a tensor filled with one value, whose kind decides the dtype: int64, the default dtype, or complex} */
  public static Tensor full(long[] size, Number value) {
    return full(size, value, o -> o);
  }

  /** {@return a tensor filled with one value} */
  public static Tensor full(long[] size, Number value, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("full").refuseFormat("full");
    return o.finish(AtenCreation.full(size, value, o.orAsNumbers(value)));
  }

  /** {@return a tensor without dimensions that holds one value} */
  public static Tensor scalar(Number value) {
    return scalar(value, o -> o);
  }

  /** {@return a tensor without dimensions that holds one value} */
  public static Tensor scalar(Number value, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("scalar").refuseFormat("scalar");
    return o.finish(AtenCreation.scalarTensor(value, o.orAsNumbers(value)));
  }

  /** {@return 0, 1, .. up to but without {@code end}} */
  public static Tensor arange(Number end) {
    return arange(0, end, 1);
  }

  /** {@return {@code start}, {@code start + 1}, .. up to but without {@code end}} */
  public static Tensor arange(Number start, Number end) {
    return arange(start, end, 1);
  }

  /** {@return {@code start}, {@code start + step}, .. up to but without {@code end}; int64 if all three are integers} */
  public static Tensor arange(Number start, Number end, Number step) {
    return arange(start, end, step, o -> o);
  }

  /** {@return {@code start}, {@code start + step}, .. up to but without {@code end}} */
  public static Tensor arange(Number start, Number end, Number step, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("arange").refuseFormat("arange");
    return o.finish(AtenCreation.arange(start, end, step, o.orAsNumbers(start, end, step)));
  }

  /** {@return {@code steps} values at equal distances, both ends among them} */
  public static Tensor linspace(Number start, Number end, long steps) {
    return linspace(start, end, steps, o -> o);
  }

  /** {@return {@code steps} values at equal distances, both ends among them} */
  public static Tensor linspace(Number start, Number end, long steps, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("linspace").refuseFormat("linspace");
    return o.finish(AtenCreation.linspace(start, end, steps, o.forFloats()));
  }

  /** {@return {@code steps} powers of ten, from {@code 10^start} to {@code 10^end}} */
  public static Tensor logspace(Number start, Number end, long steps) {
    return logspace(start, end, steps, 10);
  }

  /** {@return {@code steps} powers of {@code base}, from {@code base^start} to {@code base^end}} */
  public static Tensor logspace(Number start, Number end, long steps, double base) {
    return Tensor.tensor(AtenCreation.logspace(start, end, steps, base, DefaultDtype.options()));
  }

  /** {@return {@code steps} powers of ten, from {@code 10^start} to {@code 10^end}} */
  public static Tensor logspace(Number start, Number end, long steps, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("logspace").refuseFormat("logspace");
    return o.finish(AtenCreation.logspace(start, end, steps, 10, o.forFloats()));
  }

  /** {@return the identity matrix of shape {@code (n, n)}} */
  public static Tensor eye(long n) {
    return eye(n, n);
  }

  /** {@return ones on the diagonal and zeros elsewhere, of shape {@code (n, m)}} */
  public static Tensor eye(long n, long m) {
    return Tensor.tensor(AtenCreation.eye(n, m, DefaultDtype.options()));
  }

  /** {@return ones on the diagonal and zeros elsewhere, of shape {@code (n, m)}} */
  public static Tensor eye(long n, long m, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("eye").refuseFormat("eye");
    return o.finish(AtenCreation.eye(n, m, o.forFloats()));
  }

  /** {@return a tensor of this size and these strides, in elements, with elements of any value} */
  public static Tensor emptyStrided(long[] size, long[] stride) {
    return emptyStrided(size, stride, o -> o);
  }

  /** {@return a tensor of this size and these strides, in elements, with elements of any value} */
  public static Tensor emptyStrided(long[] size, long[] stride, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("emptyStrided").refuseFormat("emptyStrided");
    return o.finish(AtenCreation.emptyStrided(size, stride, o.forFloats()));
  }

  /** {@return row and column numbers, int64 of shape {@code (2, n)}, of the lower triangle of a matrix} */
  public static Tensor trilIndices(long row, long col, long offset) {
    return Tensor.tensor(AtenCreation.trilIndices(row, col, offset, DefaultDtype.of(DType.INT64)));
  }

  /** {@return row and column numbers, int64 of shape {@code (2, n)}, of the upper triangle of a matrix} */
  public static Tensor triuIndices(long row, long col, long offset) {
    return Tensor.tensor(AtenCreation.triuIndices(row, col, offset, DefaultDtype.of(DType.INT64)));
  }

  /** {@return the complex numbers {@code abs (cos angle + i sin angle)}} */
  public static Tensor polar(Tensor abs, Tensor angle) {
    return Tensor.tensor(AtenCreation.polar(Tensor.handle(abs), Tensor.handle(angle)));
  }
}
