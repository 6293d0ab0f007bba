package dev.jtorch.testing;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about tensors: {@code assertThat(output).isCloseTo(golden.tensor("output"))}. */
public final class TensorAssert extends AbstractAssert<TensorAssert, Tensor> {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.?\\d*(e[+-]\\d+)?");

  private TensorAssert(@Nullable Tensor actual) {
    super(actual, TensorAssert.class);
  }

  /** Begins an assertion. */
  public static TensorAssert assertThat(@Nullable Tensor actual) {
    return new TensorAssert(actual);
  }

  /** The shape is this one. */
  public TensorAssert hasShape(long... shape) {
    isNotNull();
    if (!actual.shape().equals(Size.of(shape))) {
      failWithMessage("expected shape %s but was %s", Size.of(shape), actual.shape());
    }
    return this;
  }

  /** Shape and dtype are the same, and all elements as near as is right for the dtype. */
  public TensorAssert isCloseTo(Tensor expected) {
    return isCloseTo(expected, Tolerance.of(expected.dtype()));
  }

  /** Shape, dtype and all elements are the same; NaN is the same as NaN. */
  public TensorAssert isIdenticalTo(Tensor expected) {
    return isCloseTo(expected, Tolerance.EXACT);
  }

  /** Shape and dtype are the same, and all elements as near as a tolerance allows. */
  public TensorAssert isCloseTo(Tensor expected, Tolerance tolerance) {
    isNotNull();
    if (actual.dtype() != expected.dtype()) {
      failWithMessage("expected %s but was %s", expected.dtype(), actual.dtype());
    }
    hasShape(expected.shape().toLongArray());
    double[] is = elements(actual);
    double[] should = elements(expected);
    int bad = -1;
    double absolute = 0;
    double relative = 0;
    for (int i = 0; i < is.length; i++) {
      if (tolerance.allows(is[i], should[i])) continue;
      if (bad < 0) bad = i;
      double off = Math.abs(is[i] - should[i]);
      absolute = Math.max(absolute, off);
      relative = Math.max(relative, off / Math.abs(should[i]));
    }
    if (bad >= 0) {
      failWithMessage("not close: first at %s, where %s should be %s; at most %s off, or %s of what it should be",
          position(bad), is[bad], should[bad], absolute, relative);
    }
    return this;
  }

  /** The tensor prints as this text, but for the last digits of its numbers, which depend on the processor. */
  public TensorAssert isPrintedAs(String text) {
    isNotNull();
    String printed = actual.toString();
    List<Double> is = numbers(printed);
    List<Double> should = numbers(text);
    boolean close = frame(printed).equals(frame(text));
    for (int i = 0; close && i < is.size(); i++) close = Tolerance.PRINTED.allows(is.get(i), should.get(i));
    if (!close) failWithMessage("expected %s but was %s", text, printed);
    return this;
  }

  private static List<Double> numbers(String printed) {
    return NUMBER.matcher(printed).results().map(number -> Double.valueOf(number.group())).toList();
  }

  /** A text without its numbers, which stand aligned. */
  private static String frame(String printed) {
    return NUMBER.matcher(printed).replaceAll("#").replaceAll(" +#", " #");
  }

  /** Complex elements as two numbers each. */
  private static double[] elements(Tensor tensor) {
    try (var scope = Scope.open()) {
      Tensor values = tensor.detach();
      if (values.isComplex()) values = Torch.viewAsReal(values);
      return values.to(DType.FLOAT64).toDoubleArray();
    }
  }

  private List<Long> position(int flat) {
    var position = new ArrayList<Long>();
    long rest = actual.isComplex() ? flat / 2 : flat;
    for (int dim = actual.dim() - 1; dim >= 0; dim--) {
      position.add(0, rest % actual.size(dim));
      rest /= actual.size(dim);
    }
    return position;
  }
}
