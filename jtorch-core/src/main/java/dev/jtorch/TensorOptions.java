package dev.jtorch;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.internal.NativeGenerator;
import dev.jtorch.internal.NativeOptions;
import dev.jtorch.internal.NativeTensor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a new tensor shall be: {@code Torch.zeros(new long[] {2, 3}, o -> o.dtype(DType.FLOAT64).requiresGrad(true))}.
 *
 * @param dtype the element type; null leaves it to the function
 * @param device where the elements lie; null means the CPU, or the device of the source
 * @param requiresGrad whether operators on the tensor are recorded
 * @param generator the source of random numbers; null means the default one; for functions of chance only
 * @param memoryFormat the order in memory; null leaves it to the function; for {@code empty} and the functions that
 *     imitate a tensor only
 */
public record TensorOptions(@Nullable DType dtype, @Nullable Device device, boolean requiresGrad,
    @Nullable Generator generator, @Nullable MemoryFormat memoryFormat) {
  static final TensorOptions DEFAULT = new TensorOptions(null, null, false, null, null);

  /** {@return these options with an element type} */
  public TensorOptions dtype(DType type) {
    return new TensorOptions(type, device, requiresGrad, generator, memoryFormat);
  }

  /** {@return these options with a device} */
  public TensorOptions device(Device where) {
    return new TensorOptions(dtype, where, requiresGrad, generator, memoryFormat);
  }

  /** {@return these options with gradients recorded or not} */
  public TensorOptions requiresGrad(boolean on) {
    return new TensorOptions(dtype, device, on, generator, memoryFormat);
  }

  /** {@return these options with a source of random numbers} */
  public TensorOptions generator(Generator source) {
    return new TensorOptions(dtype, device, requiresGrad, source, memoryFormat);
  }

  /** {@return these options with an order in memory} */
  public TensorOptions memoryFormat(MemoryFormat format) {
    return new TensorOptions(dtype, device, requiresGrad, generator, format);
  }

  static TensorOptions of(UnaryOperator<TensorOptions> with) { return configured(DEFAULT, with); }

  TensorOptions refuseGenerator(String who) {
    if (generator == null) return this;
    throw new TorchException(who + ": generator is set (expected: none); only functions of chance take one");
  }

  TensorOptions refuseFormat(String who) {
    if (memoryFormat == null) return this;
    throw new TorchException(
        who + ": memoryFormat is " + memoryFormat + " (expected: none); use empty(..) or contiguous(..)");
  }

  /** The thread's default dtype where none is said. */
  NativeOptions forFloats() {
    return or(DefaultDtype.get());
  }

  NativeOptions orAsNumbers(Number... values) {
    return dtype != null ? or(dtype) : or(DefaultDtype.ofNumbers(values));
  }

  NativeOptions or(DType otherwise) {
    return options((dtype == null ? otherwise : dtype).code());
  }

  /** LibTorch's choice of dtype where none is said. */
  NativeOptions asSaid() {
    return options(dtype == null ? NativeOptions.NONE : dtype.code());
  }

  private NativeOptions options(int dtypeCode) {
    if (device == null) return NativeOptions.of(dtypeCode, NativeOptions.NONE, NativeOptions.NONE);
    Device there = device.requireHere();
    return NativeOptions.of(dtypeCode, there.type().code, there.index());
  }

  int format() { return memoryFormat == null ? MemoryFormat.none() : memoryFormat.code(); }

  int formatOrPreserve() {
    return memoryFormat == null ? MemoryFormat.PRESERVE.code() : memoryFormat.code();
  }

  @Nullable NativeGenerator nativeGenerator() { return Generator.handleOrNull(generator); }

  Tensor finish(NativeTensor made) {
    Tensor tensor = Tensor.tensor(made);
    return requiresGrad ? tensor.requiresGrad_() : tensor;
  }
}
