package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handles;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenLinearAlgebra;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.Products;
import java.util.List;

/** Products of several tensors; decompositions and solvers are in {@link Linalg}. */
abstract sealed class TorchLinearAlgebra extends TorchJoining permits TorchSearching {
  TorchLinearAlgebra() {}

  /** {@return the sum of products that an equation in Einstein's notation describes: {@code einsum("bij,bjk->bik", a, b)}} */
  public static Tensor einsum(String equation, Tensor... operands) {
    NativeTensor[] natives = handles(operands);
    Products.prepareEinsum(equation, natives);
    return Tensor.tensor(AtenLinearAlgebra.einsum(equation, natives));
  }

  /** {@return the matrix product, see {@link Tensor#matmul}} */
  public static Tensor matmul(Tensor input, Tensor other) {
    return required(input, "input").matmul(other);
  }

  /** {@return the product of several matrices, multiplied in the order that needs the fewest operations} */
  public static Tensor chainMatmul(Tensor... matrices) {
    return Tensor.tensor(AtenLinearAlgebra.chainMatmul(handles(matrices)));
  }

  /** {@return the Euclidean distances of all rows of {@code x1} and {@code x2}} */
  public static Tensor cdist(Tensor x1, Tensor x2) {
    return cdist(x1, x2, 2);
  }

  /** {@return the p-norm distances of all rows of {@code x1} and {@code x2}} */
  public static Tensor cdist(Tensor x1, Tensor x2, double p) {
    return Tensor.tensor(AtenLinearAlgebra.cdist(handle(x1), handle(x2), p, null));
  }

  /**
   * {@return products summed over the last {@code dims} dimensions of the one and the first of the other}
   *
   * @throws TorchException if dims is negative or more than either tensor has
   */
  public static Tensor tensordot(Tensor a, Tensor b, int dims) {
    if (dims < 0) throw new TorchException("tensordot expects dims >= 0, but got dims=" + dims);
    if (dims > Math.min(required(a, "a").dim(), required(b, "b").dim())) {
      throw new TorchException("tensordot expects dims < ndim_a or ndim_b, but got dims=" + dims);
    }
    var last = new int[dims];
    var first = new int[dims];
    for (int i = 0; i < dims; i++) {
      last[i] = a.dim() - dims + i;
      first[i] = i;
    }
    return a.tensordot(b, last, first);
  }
}
