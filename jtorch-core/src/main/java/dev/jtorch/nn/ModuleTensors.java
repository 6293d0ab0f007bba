package dev.jtorch.nn;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryFormat;
import dev.jtorch.Tensor;
import dev.jtorch.bridge.Gradients;
import java.lang.System.Logger.Level;
import java.util.function.UnaryOperator;

/** What a module does to all tensors of its tree: freeze, clear, convert and move them. */
abstract sealed class ModuleTensors extends ModuleTree permits ModuleState {

  private static final String NO_EFFECT =
      "Calling .zero_grad() from a module created with nn.DataParallel() has no effect."
          + " The parameters are copied (in a differentiable manner) from the original module. This means they are not leaf nodes"
          + " in autograd and so don't accumulate gradients. If you need gradients in your forward method, consider using"
          + " autograd.grad instead.";

  private boolean replica;

  ModuleTensors() {}

  private Module self() { return (Module) this; }

  /** Lets the parameters of the tree require gradients; returns this. */
  public Module requiresGrad_() {
    return requiresGrad_(true);
  }

  /** Sets whether the parameters of the tree require gradients; returns this. */
  public Module requiresGrad_(boolean on) {
    parameters().forEach(p -> p.requiresGrad_(on));
    return self();
  }

  /** Removes the gradients of the tree's parameters. */
  public final void zeroGrad() { zeroGrad(true); }

  /** Removes the gradients, or with false takes them out of any graph and fills them with zeros. */
  public final void zeroGrad(boolean setToNone) {
    if (replica) System.getLogger(Module.class.getName()).log(Level.WARNING, NO_EFFECT);
    for (Parameter p : parameters()) Gradients.clear(p, setToNone);
  }

  /** Marks the module as a copy that computes on another device for the original, which alone gets gradients. */
  final void markReplica() {
    replica = true;
  }

  /** Converts floating and complex parameters and buffers; integer ones keep their type. Returns this. */
  public Module to(DType dtype) {
    return ModuleConversion.toDType(self(), dtype);
  }

  /** Moves parameters and buffers to a device; returns this. */
  public Module to(Device device) {
    return applyToTensors(t -> t.to(device));
  }

  /** Moves parameters and buffers to a device, given by its name as Python writes it, such as {@code "cuda:0"}; returns this. */
  public Module to(String device) {
    return to(Device.of(device));
  }

  /** Moves to a device and converts floating and complex state. */
  public Module to(Device device, DType dtype) {
    to(device);
    return to(dtype);
  }

  /** Changes the memory format of four-dimensional parameters and buffers; five-dimensional for the 3-D format. */
  public Module to(MemoryFormat format) {
    return ModuleConversion.toFormat(self(), format);
  }

  /** Converts every parameter and buffer, integer ones too, which {@link #to(DType)} leaves alone. Returns this. */
  public Module type(DType dtype) {
    return applyToTensors(t -> t.to(dtype));
  }

  /** {@code to(FLOAT32)}. */
  public Module toFloat() { return to(DType.FLOAT32); }

  /** {@code to(FLOAT64)}. */
  public Module toDouble() { return to(DType.FLOAT64); }

  /** {@code to(FLOAT16)}. */
  public Module toHalf() { return to(DType.FLOAT16); }

  /** {@code to(FLOAT16)}, as {@link #toHalf()}. */
  public Module half() { return to(DType.FLOAT16); }

  /** {@code to(BFLOAT16)}, as {@link #toBFloat16()}. */
  public Module bfloat16() { return to(DType.BFLOAT16); }

  /** {@code to(BFLOAT16)}. */
  public Module toBFloat16() { return to(DType.BFLOAT16); }

  /** Moves to the CPU. */
  public Module cpu() { return to(Device.CPU); }

  /** Moves to the first CUDA device. */
  public Module cuda() { return cuda(0); }

  /** Moves to a CUDA device. */
  public Module cuda(int index) {
    return to(Device.cuda(index));
  }

  /**
   * Replaces every parameter's and gradient's elements and every buffer by {@code convert} of it, children first: Python's
   * {@code _apply}. Parameters stay the same objects, so optimizers go on with them, unless
   * {@link FutureFlags#setOverwriteModuleParamsOnConversion} says otherwise; buffers become new objects.
   *
   * @return this
   */
  public Module applyToTensors(UnaryOperator<Tensor> convert) {
    return ModuleConversion.apply(self(), convert);
  }
}
