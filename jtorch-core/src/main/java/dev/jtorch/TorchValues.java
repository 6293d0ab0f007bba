package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenCreation;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;

/**
 * Tensors from Java values.
 *
 * <p>Numbers become what Python's numbers become: an int or long int64, a double or float the default dtype, a boolean bool.
 * Arrays keep their element type, as NumPy's arrays do: {@code byte[]} int8, {@code short[]} int16, {@code int[]} int32,
 * {@code long[]} int64, {@code float[]} float32, {@code double[]} float64, {@code boolean[]} bool. The options' dtype
 * converts either.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.tensor.html">torch.tensor</a>
 */
abstract sealed class TorchValues permits TorchCreation {
  static {
    Tensor.loadNatives();
  }

  TorchValues() {}

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

  /** {@return a tensor without dimensions, bool unless said} */
  public static Tensor tensor(boolean value, UnaryOperator<TensorOptions> with) {
    TensorOptions o = TensorOptions.of(with).refuseGenerator("tensor").refuseFormat("tensor");
    return o.finish(AtenCreation.scalarTensor(value ? 1 : 0, o.or(DType.BOOL)));
  }

  /** {@return a bool tensor of one dimension} */
  public static Tensor tensor(boolean[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension, bool unless said} */
  public static Tensor tensor(boolean[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a int8 tensor of one dimension} */
  public static Tensor tensor(byte[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension, int8 unless said} */
  public static Tensor tensor(byte[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a int16 tensor of one dimension} */
  public static Tensor tensor(short[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension, int16 unless said} */
  public static Tensor tensor(short[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a int32 tensor of one dimension} */
  public static Tensor tensor(int[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension, int32 unless said} */
  public static Tensor tensor(int[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a int64 tensor of one dimension} */
  public static Tensor tensor(long[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension, int64 unless said} */
  public static Tensor tensor(long[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a float32 tensor of one dimension} */
  public static Tensor tensor(float[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension, float32 unless said} */
  public static Tensor tensor(float[] values, UnaryOperator<TensorOptions> with) {
    return HostTensors.with(HostTensors.of(values, required(values, "values").length), TensorOptions.of(with));
  }

  /** {@return a float64 tensor of one dimension} */
  public static Tensor tensor(double[] values) {
    return HostTensors.of(values, required(values, "values").length);
  }

  /** {@return a tensor of one dimension, float64 unless said} */
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
   * A copy of the bytes between a buffer's position and limit, in native order; the position stays.
   *
   * @throws ShapeException if the bytes are not those of a tensor of this type and size
   */
  public static Tensor fromBuffer(ByteBuffer bytes, DType dtype, long... size) {
    return HostBuffers.read("fromBuffer", required(bytes, "bytes").duplicate(), HostTensors.empty(dtype, size));
  }
}
