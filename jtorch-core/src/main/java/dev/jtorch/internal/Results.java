package dev.jtorch.internal;

import org.bytedeco.pytorch.T_TensorTensorTensorTensor_T;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Takes native tuples and lists of results apart. Their elements are references into the tuple, so each gets a handle of
 * its own before the tuple goes.
 */
final class Results {
  private Results() {}

  static NativeTensor[] of(T_TensorTensor_T pair) {
    try (pair) {
      return own(pair.get0(), pair.get1());
    }
  }

  static NativeTensor[] of(T_TensorTensorTensor_T triple) {
    try (triple) {
      return own(triple.get0(), triple.get1(), triple.get2());
    }
  }

  static NativeTensor[] of(T_TensorTensorTensorTensor_T four) {
    try (four) {
      return own(four.get0(), four.get1(), four.get2(), four.get3());
    }
  }

  static NativeTensor[] of(TensorVector vector) {
    try (vector) {
      return own(vector.get());
    }
  }

  private static NativeTensor[] own(Tensor... references) {
    var owned = new NativeTensor[references.length];
    for (int i = 0; i < owned.length; i++) owned[i] = NativeTensor.of(new Tensor(references[i]));
    return owned;
  }
}
