package dev.jtorch.nn;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryFormat;
import dev.jtorch.Tensor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A model of one tensor in and one tensor out: what nearly all layers and networks extend. */
public abstract class Layer extends Model<Tensor, Tensor> {

  // The same methods, with the class that they return.

  @Override public Layer train() { return train(true); }

  @Override public Layer train(boolean mode) {
    super.train(mode);
    return this;
  }

  @Override public Layer eval() { return train(false); }

  @Override public Layer apply(Consumer<? super Module> action) {
    super.apply(action);
    return this;
  }

  @Override public Layer requiresGrad_() {
    super.requiresGrad_();
    return this;
  }

  @Override public Layer requiresGrad_(boolean on) {
    super.requiresGrad_(on);
    return this;
  }

  @Override public Layer to(DType dtype) {
    super.to(dtype);
    return this;
  }

  @Override public Layer to(Device device) {
    super.to(device);
    return this;
  }

  @Override public Layer to(String device) {
    super.to(device);
    return this;
  }

  @Override public Layer to(Device device, DType dtype) {
    super.to(device, dtype);
    return this;
  }

  @Override public Layer to(MemoryFormat format) {
    super.to(format);
    return this;
  }

  @Override public Layer type(DType dtype) {
    super.type(dtype);
    return this;
  }

  @Override public Layer toFloat() {
    super.toFloat();
    return this;
  }

  @Override public Layer toDouble() {
    super.toDouble();
    return this;
  }

  @Override public Layer toHalf() {
    super.toHalf();
    return this;
  }

  @Override public Layer toBFloat16() {
    super.toBFloat16();
    return this;
  }

  @Override public Layer half() {
    super.half();
    return this;
  }

  @Override public Layer bfloat16() {
    super.bfloat16();
    return this;
  }

  @Override public Layer cpu() {
    super.cpu();
    return this;
  }

  @Override public Layer cuda() {
    super.cuda();
    return this;
  }

  @Override public Layer cuda(int index) {
    super.cuda(index);
    return this;
  }

  @Override public Layer applyToTensors(UnaryOperator<Tensor> convert) {
    super.applyToTensors(convert);
    return this;
  }

  @Override public Layer deepCopy() { return (Layer) super.deepCopy(); }
}
