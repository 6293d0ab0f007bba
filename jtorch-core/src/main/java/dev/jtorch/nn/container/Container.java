package dev.jtorch.nn.container;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryFormat;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Module;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A container that is not called, whose {@code train()}, {@code to(..)} and the like return its own class.
 *
 * @param <S> the class itself
 */
abstract class Container<S extends Container<S>> extends Module {
  @SuppressWarnings("unchecked") // S is the class itself
  private S self() {
    return (S) this;
  }

  @Override public S train() { return train(true); }

  @Override public S train(boolean mode) {
    super.train(mode);
    return self();
  }

  @Override public S eval() { return train(false); }

  @Override public S apply(Consumer<? super Module> action) {
    super.apply(action);
    return self();
  }

  @Override public S requiresGrad_() {
    super.requiresGrad_();
    return self();
  }

  @Override public S requiresGrad_(boolean on) {
    super.requiresGrad_(on);
    return self();
  }

  @Override public S to(DType dtype) {
    super.to(dtype);
    return self();
  }

  @Override public S to(Device device) {
    super.to(device);
    return self();
  }

  @Override public S to(String device) {
    super.to(device);
    return self();
  }

  @Override public S to(Device device, DType dtype) {
    super.to(device, dtype);
    return self();
  }

  @Override public S to(MemoryFormat format) {
    super.to(format);
    return self();
  }

  @Override public S type(DType dtype) {
    super.type(dtype);
    return self();
  }

  @Override public S toFloat() {
    super.toFloat();
    return self();
  }

  @Override public S toDouble() {
    super.toDouble();
    return self();
  }

  @Override public S toHalf() {
    super.toHalf();
    return self();
  }

  @Override public S toBFloat16() {
    super.toBFloat16();
    return self();
  }

  @Override public S half() {
    super.half();
    return self();
  }

  @Override public S bfloat16() {
    super.bfloat16();
    return self();
  }

  @Override public S cpu() {
    super.cpu();
    return self();
  }

  @Override public S cuda() {
    super.cuda();
    return self();
  }

  @Override public S cuda(int index) {
    super.cuda(index);
    return self();
  }

  @Override public S applyToTensors(UnaryOperator<Tensor> convert) {
    super.applyToTensors(convert);
    return self();
  }

  @SuppressWarnings("unchecked") // a copy is of the same class
  @Override public S deepCopy() { return (S) super.deepCopy(); }
}
