package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.internal.Arguments.required;
import static dev.jtorch.internal.Arguments.requiredAll;

import dev.jtorch.internal.AtenCreation;
import dev.jtorch.internal.AtenRandom;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Functions that make tensors: from sizes, from Java values, like other tensors, and of random numbers.
 *
 * <p>Java values become what Python's become: an int or long int64, a double or float the default dtype, a boolean bool. Arrays
 * keep their element type, as NumPy's do: {@code byte[]} int8, {@code short[]} int16, {@code int[]} int32, {@code long[]} int64,
 * {@code float[]} float32, {@code double[]} float64, {@code boolean[]} bool. The dtype of the options, where it is given, wins.
 *
 * <p>A tensor like another one has its shape, dtype, device and memory format, and never requires gradients by itself. The same
 * seed gives the random numbers that Python's PyTorch gives.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#creation-ops">Creation ops</a>
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#random-sampling">Random sampling</a>
 */
abstract sealed class TorchCreation extends TorchFunctions permits TorchOperations {
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

  /** {@return zeros, of a size that another tensor has: {@code zeros(x.shape())}} */
  public static Tensor zeros(Size size) {
    return zeros(required(size, "size").toLongArray());
  }

  /** {@return zeros, of a size that another tensor has} */
  public static Tensor zeros(Size size, UnaryOperator<TensorOptions> with) {
    return zeros(required(size, "size").toLongArray(), with);
  }

  /** {@return zeros, of a dtype} */
  public static Tensor zeros(DType dtype, long... size) {
    return zeros(size, o -> o.dtype(dtype));
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

  /** {@return ones, of a size that another tensor has: {@code ones(x.shape())}} */
  public static Tensor ones(Size size) {
    return ones(required(size, "size").toLongArray());
  }

  /** {@return ones, of a size that another tensor has} */
  public static Tensor ones(Size size, UnaryOperator<TensorOptions> with) {
    return ones(required(size, "size").toLongArray(), with);
  }

  /** {@return ones, of a dtype} */
  public static Tensor ones(DType dtype, long... size) {
    return ones(size, o -> o.dtype(dtype));
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

  /** {@return elements of any value, of a size that another tensor has: {@code empty(x.shape())}} */
  public static Tensor empty(Size size) {
    return empty(required(size, "size").toLongArray());
  }

  /** {@return elements of any value, of a size that another tensor has} */
  public static Tensor empty(Size size, UnaryOperator<TensorOptions> with) {
    return empty(required(size, "size").toLongArray(), with);
  }

  /** {@return elements of any value, of a dtype} */
  public static Tensor empty(DType dtype, long... size) {
    return empty(size, o -> o.dtype(dtype));
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

  /** {@return a tensor of a size that another one has, filled with one value} */
  public static Tensor full(Size size, Number value) {
    return full(required(size, "size").toLongArray(), value);
  }

  /** {@return a tensor of a size that another one has, filled with one value} */
  public static Tensor full(Size size, Number value, UnaryOperator<TensorOptions> with) {
    return full(required(size, "size").toLongArray(), value, with);
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

  /** {@return 0, 1, .. up to but without {@code end}} */
  public static Tensor arange(Number end, UnaryOperator<TensorOptions> with) {
    return arange(0, end, 1, with);
  }

  /** {@return {@code start}, {@code start + 1}, .. up to but without {@code end}} */
  public static Tensor arange(Number start, Number end, UnaryOperator<TensorOptions> with) {
    return arange(start, end, 1, with);
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

  static {
    Tensor.loadNatives();
  }
  /** {@return a tensor without dimensions: int64 for an integer, the default dtype for a fraction} */
  public static Tensor tensor(Number value) {
    return tensor(value, o -> o);
  }

  /** {@return a tensor without dimensions} */
  public static Tensor tensor(Number value, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("tensor").refuseFormat("tensor");
    return o.finish(AtenCreation.scalarTensor(value, o.orAsNumbers(value)));
  }

  /** {@return a bool tensor without dimensions} */
  public static Tensor tensor(boolean value) {
    return tensor(value, o -> o);
  }

  /** {@return a tensor without dimensions; bool by default} */
  public static Tensor tensor(boolean value, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("tensor").refuseFormat("tensor");
    return o.finish(AtenCreation.scalarTensor(value ? 1 : 0, o.or(DType.BOOL)));
  }

  /** {@return a bool tensor of one dimension} */
  public static Tensor tensor(boolean[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension; bool by default} */
  public static Tensor tensor(boolean[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a int8 tensor of one dimension} */
  public static Tensor tensor(byte[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension; int8 by default} */
  public static Tensor tensor(byte[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a int16 tensor of one dimension} */
  public static Tensor tensor(short[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension; int16 by default} */
  public static Tensor tensor(short[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a int32 tensor of one dimension} */
  public static Tensor tensor(int[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension; int32 by default} */
  public static Tensor tensor(int[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a int64 tensor of one dimension} */
  public static Tensor tensor(long[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension; int64 by default} */
  public static Tensor tensor(long[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a float32 tensor of one dimension} */
  public static Tensor tensor(float[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension; float32 by default} */
  public static Tensor tensor(float[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a float64 tensor of one dimension} */
  public static Tensor tensor(double[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension; float64 by default} */
  public static Tensor tensor(double[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /**
   * A tensor of as many dimensions as the array: {@code tensor(new float[][] {{1, 2}, {3, 4}})}.
   *
   * @param values an array of arrays, of any depth, of one primitive type
   * @throws ShapeException if arrays of one depth differ in length
   * @throws DTypeException if the innermost elements are not numbers or booleans of a primitive type
   */
  public static Tensor tensor(Object[] values) {
    return NestedArray.toTensor(required(values));
  }

  /** A tensor of as many dimensions as the array, with options; see {@link #tensor(Object[])}. */
  public static Tensor tensor(Object[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(NestedArray.toTensor(required(values)), TensorOptions.of(with));
  }

  /**
   * A tensor of one dimension, of Python's numbers: {@code tensor(1, 2, 3)} is int64, {@code tensor(0.1, 0.2)} of the default
   * dtype.
   */
  public static Tensor tensor(Number first, Number second, Number... more) {
    var values = new ArrayList<Number>();
    values.add(required(first, "first"));
    values.add(required(second, "second"));
    values.addAll(Arrays.asList(requiredAll(more, "more")));
    return tensor(values);
  }

  /**
   * A tensor of Python's values, with as many dimensions as lists are nested: {@code tensor(List.of(List.of(1, 2), List.of(3,
   * 4)))}. Integers become int64, floating-point numbers the default dtype, booleans bool, and mixed values what holds them all.
   *
   * @param values numbers, booleans, or lists of such
   * @throws ShapeException if lists of one depth differ in length
   * @throws DTypeException if an element is something else
   */
  public static Tensor tensor(List<?> values) {
    return tensor(values, o -> o);
  }

  /** A tensor of Python's values, with options; see {@link #tensor(List)}. */
  public static Tensor tensor(List<?> values, UnaryOperator<TensorOptions> with) {
    return NestedList.toTensor(required(values, "values"), TensorOptions.of(with));
  }

  /**
   * A copy of the bytes between a buffer's position and limit, in native order; the position stays.
   *
   * @throws ShapeException if the bytes are not those of a tensor of this type and size
   */
  public static Tensor fromBuffer(ByteBuffer bytes, DType dtype, long... size) {
    return HostBuffers.read("fromBuffer", required(bytes, "bytes").duplicate(), HostTensors.empty(dtype, size));
  }

  /** {@return zeros, shaped like a tensor} */
  public static Tensor zerosLike(Tensor input) {
    return Tensor
        .tensor(AtenCreation.zerosLike(handle(input), new TensorOptions().asSaid(), MemoryFormat.PRESERVE.code()));
  }

  /** {@return zeros, shaped like a tensor, with another dtype, device or format} */
  public static Tensor zerosLike(Tensor input, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("zerosLike");
    return o.finish(AtenCreation.zerosLike(handle(input), o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return ones, shaped like a tensor} */
  public static Tensor onesLike(Tensor input) {
    return Tensor
        .tensor(AtenCreation.onesLike(handle(input), new TensorOptions().asSaid(), MemoryFormat.PRESERVE.code()));
  }

  /** {@return ones, shaped like a tensor, with another dtype, device or format} */
  public static Tensor onesLike(Tensor input, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("onesLike");
    return o.finish(AtenCreation.onesLike(handle(input), o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return elements of any value, shaped like a tensor} */
  public static Tensor emptyLike(Tensor input) {
    return Tensor
        .tensor(AtenCreation.emptyLike(handle(input), new TensorOptions().asSaid(), MemoryFormat.PRESERVE.code()));
  }

  /** {@return elements of any value, shaped like a tensor, with another dtype, device or format} */
  public static Tensor emptyLike(Tensor input, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("emptyLike");
    return o.finish(AtenCreation.emptyLike(handle(input), o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return uniform numbers from [0, 1), shaped like a tensor of a floating type} */
  public static Tensor randLike(Tensor input) {
    return Tensor
        .tensor(AtenRandom.randLike(handle(input), new TensorOptions().asSaid(), MemoryFormat.PRESERVE.code()));
  }

  /** {@return uniform numbers from [0, 1), shaped like a tensor of a floating type, with another dtype, device or format} */
  public static Tensor randLike(Tensor input, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("randLike");
    return o.finish(AtenRandom.randLike(handle(input), o.asSaid(), o.formatOrPreserve()));
  }

  /** {@return standard normal numbers, shaped like a tensor of a floating type} */
  public static Tensor randnLike(Tensor input) {
    return Tensor
        .tensor(AtenRandom.randnLike(handle(input), new TensorOptions().asSaid(), MemoryFormat.PRESERVE.code()));
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

  /** {@return uniform numbers from [0, 1), of the default dtype} */
  public static Tensor rand(long... size) {
    return Tensor.tensor(AtenRandom.rand(size, null, DefaultDtype.options()));
  }

  /** {@return uniform numbers from [0, 1)} */
  public static Tensor rand(long[] size, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseFormat("rand");
    return o.finish(AtenRandom.rand(size, o.nativeGenerator(), o.forFloats()));
  }

  /** {@return random numbers uniform in [0, 1), of a size that another tensor has: {@code rand(x.shape())}} */
  public static Tensor rand(Size size) {
    return rand(required(size, "size").toLongArray());
  }

  /** {@return random numbers uniform in [0, 1), of a size that another tensor has} */
  public static Tensor rand(Size size, UnaryOperator<TensorOptions> with) {
    return rand(required(size, "size").toLongArray(), with);
  }

  /** {@return random numbers uniform in [0, 1), of a dtype} */
  public static Tensor rand(DType dtype, long... size) {
    return rand(size, o -> o.dtype(dtype));
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

  /** {@return random numbers of the standard normal distribution, of a size that another tensor has: {@code randn(x.shape())}} */
  public static Tensor randn(Size size) {
    return randn(required(size, "size").toLongArray());
  }

  /** {@return random numbers of the standard normal distribution, of a size that another tensor has} */
  public static Tensor randn(Size size, UnaryOperator<TensorOptions> with) {
    return randn(required(size, "size").toLongArray(), with);
  }

  /** {@return random numbers of the standard normal distribution, of a dtype} */
  public static Tensor randn(DType dtype, long... size) {
    return randn(size, o -> o.dtype(dtype));
  }

  /** {@return integers from {@code [0, high)}, int64} */
  public static Tensor randint(long high, long[] size) {
    return randint(0, high, size);
  }

  /** {@return random integers from 0 up to but without {@code high}, of a size that another tensor has} */
  public static Tensor randint(long high, Size size) {
    return randint(high, required(size, "size").toLongArray());
  }

  /** {@return integers from {@code [low, high)}, int64} */
  public static Tensor randint(long low, long high, long... size) {
    return Tensor.tensor(AtenRandom.randint(low, high, size, null, DefaultDtype.of(DType.INT64)));
  }

  /** {@return integers from {@code [low, high)}; int64 by default} */
  public static Tensor randint(long low, long high, long[] size, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseFormat("randint");
    return o.finish(AtenRandom.randint(low, high, size, o.nativeGenerator(), o.or(DType.INT64)));
  }

  /** {@return the integers from 0 to {@code n - 1} in random order, int64} */
  public static Tensor randperm(long n) {
    return Tensor.tensor(AtenRandom.randperm(n, null, DefaultDtype.of(DType.INT64)));
  }

  /** {@return the integers from 0 to {@code n - 1} in random order; int64 by default} */
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
