package dev.jtorch;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.internal.NativeGenerator;
import dev.jtorch.internal.NativeOptions;
import dev.jtorch.internal.NativeTensor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a new tensor shall be: {@code Torch.zeros(new long[] {2, 3}, o -> o.dtype(DType.FLOAT64).requiresGrad(true))}.
 */
public final class TensorOptions extends FluentOptions<TensorOptions> {
  private @Nullable DType dtype;
  private @Nullable Device device;
  private boolean requiresGrad = false;
  private @Nullable Generator generator;
  private @Nullable MemoryFormat memoryFormat;

  /** The element type; null leaves it to the function. */
  public TensorOptions dtype(DType dtype) {
    return with(o -> o.dtype = dtype);
  }

  public @Nullable DType dtype() { return dtype; }

  /** Where the elements lie; null means the CPU, or the device of the source. */
  public TensorOptions device(Device device) {
    return with(o -> o.device = device);
  }

  public @Nullable Device device() { return device; }

  /** Whether operators on the tensor are recorded. */
  public TensorOptions requiresGrad(boolean requiresGrad) {
    return with(o -> o.requiresGrad = requiresGrad);
  }

  public boolean requiresGrad() { return requiresGrad; }

  /** The source of random numbers; null means the default one; for functions of chance only. */
  public TensorOptions generator(Generator generator) {
    return with(o -> o.generator = generator);
  }

  public @Nullable Generator generator() { return generator; }

  /** The order in memory; null leaves it to the function; for {@code empty} and the functions that imitate a tensor only. */
  public TensorOptions memoryFormat(MemoryFormat memoryFormat) {
    return with(o -> o.memoryFormat = memoryFormat);
  }

  public @Nullable MemoryFormat memoryFormat() { return memoryFormat; }

  static TensorOptions of(UnaryOperator<TensorOptions> with) { return configured(new TensorOptions(), with); }

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
