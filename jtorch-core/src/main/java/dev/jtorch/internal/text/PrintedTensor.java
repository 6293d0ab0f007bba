package dev.jtorch.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * What {@link TensorText} asks of a tensor. Everything but {@link #elements} must be cheap.
 *
 * @since 0.1
 */
public interface PrintedTensor {

  /** {@return the text before everything else, such as {@code "Parameter containing:\n"}} */
  default String heading() {
    return "";
  }

  /** {@return the word before the parenthesis: {@code "tensor"}, or the name of a subclass} */
  default String typeName() {
    return "tensor";
  }

  /** {@return the size of every dimension; empty for a scalar} */
  long[] shape();

  /** {@return the element type by PyTorch's name, such as {@code "float32"}} */
  String dtype();

  /** {@return the floating-point type that factories use when none is given: {@code "float32"} unless changed} */
  default String defaultDtype() {
    return "float32";
  }

  /** {@return the device such as {@code "cuda:0"} or {@code "meta"}, or null where the text must not name it} */
  default @Nullable String device() {
    return null;
  }

  /** {@return whether the tensor requires a gradient; not asked when it has a {@link #gradFnName}} */
  default boolean requiresGrad() {
    return false;
  }

  /** {@return the name of the operation that made it, such as {@code "AddBackward0"}, or null for a leaf} */
  default @Nullable String gradFnName() {
    return null;
  }

  /**
   * Reads the elements that will be printed, once, row-major, {@code edges.count()} of them. Never asked of an empty
   * tensor or one on the device {@code meta}.
   */
  PrintedElements elements(Edges edges);
}
