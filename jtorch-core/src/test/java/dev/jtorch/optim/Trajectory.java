package dev.jtorch.optim;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryFormat;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.List;
import java.util.stream.IntStream;

/** The parameters and gradients of {@code goldens/optim/make.py}. */
final class Trajectory {
  static final int STEPS = 60;
  private static final long[][] SHAPES = {{3, 4}, {4}, {2, 3, 1, 2}};

  final List<Tensor> params;
  private final boolean absent;

  /**
   * Three parameters at their start.
   *
   * @param absent whether the second and the third have a gradient at some steps only
   */
  Trajectory(DType dtype, boolean absent) {
    this(dtype, absent, Device.CPU);
  }

  /** The same on a device. */
  Trajectory(DType dtype, boolean absent, Device device) {
    this.absent = absent;
    params = IntStream.range(0, SHAPES.length).mapToObj(k -> start(k, dtype).detach().to(device).requiresGrad_())
        .toList();
  }

  private static Tensor start(int k, DType dtype) {
    Tensor data = pattern(k, SHAPES[k], 0, 13).div(8).to(dtype);
    if (dtype.isComplex()) data = Torch.viewAsComplex(Torch.stack(List.of(data.real(), data.real().div(-2)), -1));
    if (k == 2) data = data.contiguous(MemoryFormat.CHANNELS_LAST);
    return data.requiresGrad_();
  }

  private static Tensor pattern(int k, long[] shape, int t, int modulus) {
    double[] values = new double[(int) product(shape)];
    for (int i = 0; i < values.length; i++) values[i] = (7 * i + 13 * t + 5 * k) % modulus - modulus / 2;
    return Torch.tensor(values).reshape(shape);
  }

  private static long product(long[] shape) {
    long product = 1;
    for (long size : shape) product *= size;
    return product;
  }

  /** Sets the gradients of a step, counted from 1. */
  void gradients(int t) {
    for (int k = 0; k < params.size(); k++) {
      Tensor param = params.get(k);
      boolean present = !absent || (t + k) % (k + 1) == 0;
      param.grad(present ? gradient(param, k, t) : null);
    }
  }

  private static Tensor gradient(Tensor param, int k, int t) {
    Tensor part = pattern(k, SHAPES[k], t, 11).div(4).to(param.dtype()).to(param.device());
    return param.detach().mul(0.5).add(part);
  }
}
