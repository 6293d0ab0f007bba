package dev.jtorch.autograd;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.TensorTree;
import dev.jtorch.internal.ClassNames;
import java.util.ArrayList;
import java.util.List;

/**
 * The inputs or outputs of a function.
 *
 * @param tensors at least one
 * @param tuple whether they came as a group, which a group of one does too
 */
record Group(List<Tensor> tensors, boolean tuple) {
  static Group of(Tensor tensor) {
    return new Group(List.of(tensor), false);
  }

  static Group of(List<? extends Tensor> tensors) {
    if (tensors.isEmpty()) throw new TorchException("Autograd: there are 0 inputs (expected: at least one)");
    return new Group(List.copyOf(tensors), true);
  }

  /** What a function returned. */
  static Group returned(Object value) {
    List<Tensor> tensors = new ArrayList<>();
    TensorTree.forEach("the function's result", value, tensors::add);
    if (tensors.isEmpty()) {
      throw new TorchException("Autograd: the function returned no tensor but a " + ClassNames.of(value.getClass())
          + " (expected: a tensor, or tensors in an array, a list, a map or a record)");
    }
    return new Group(tensors, !(value instanceof Tensor));
  }

  boolean isSingleElement() { return tensors.size() == 1 && tensors.get(0).numel() == 1; }

  /** Tensors that are multiplied with a derivative by, or of, these have their sizes. */
  void requireSameSizes(List<Tensor> v) {
    if (v.size() != tensors.size()) {
      throw new TorchException(tuple
          ? "v is a tuple of invalid length: should be " + tensors.size() + " but got " + v.size() + "."
          : "The given v should contain a single Tensor.");
    }
    for (int i = 0; i < v.size(); i++) {
      if (v.get(i).shape().equals(tensors.get(i).shape())) continue;
      throw new ShapeException((tuple ? "Entry " + i + " in " : "") + "v has invalid size: should be "
          + tensors.get(i).shape() + " but got " + v.get(i).shape() + ".");
    }
  }

  /** The value of a function here. */
  Group applied(TensorFunction<?> function) {
    return returned(function.apply(tensors.toArray(Tensor[]::new)));
  }

  /**
   * Tensors of their own on the same elements, so that these inputs can be told from the same tensors in the function's
   * closure.
   *
   * @param createGraph keeps them connected to the user's graph where they have one
   * @param needGraph whether those without a connection require gradients
   */
  Group detached(boolean createGraph, boolean needGraph) {
    List<Tensor> own = new ArrayList<>();
    for (Tensor t : tensors) {
      own.add(createGraph && t.requiresGrad() ? t.viewAs(t) : t.detach().requiresGrad_(needGraph));
    }
    return new Group(own, tuple);
  }
}
