package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.Tolerance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A tensor in a golden file, {@code float32 (2, 1): 0.5 -2}; complex numbers are two values each. */
record GoldenValues(DType dtype, Size shape, String text) {
  static GoldenValues parse(String line) {
    int open = line.indexOf('(');
    int close = line.indexOf(')');
    return new GoldenValues(DType.named(line.substring(0, open).strip()), size(line.substring(open + 1, close)),
        line.substring(close + 2).strip());
  }

  /** {@return sizes written as {@code 2, 3}} */
  static Size size(String text) {
    return Size.of(Stream.of(text.split(",")).map(String::strip).filter(s -> !s.isEmpty())
        .mapToLong(Long::parseLong).toArray());
  }

  /** {@return a number as Python prints it} */
  static double number(String text) {
    return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
  }

  Tensor tensor() {
    double[] values = values(text);
    var bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.nativeOrder());
    DoubleStream.of(values).forEach(bytes::putDouble);
    DType wide = dtype.isComplex() ? DType.COMPLEX128 : DType.FLOAT64;
    Tensor source = Torch.fromBuffer(bytes.flip(), wide, shape.toLongArray());
    return Torch.empty(shape.toLongArray(), o -> o.dtype(dtype)).copy_(source);
  }

  void check(Tensor actual) {
    assertThat(actual.dtype()).isEqualTo(dtype);
    assertThat(actual.shape()).isEqualTo(shape);
    check(actual, text);
  }

  /** Compares the elements with a line of numbers, as closely as the type allows. */
  static void check(Tensor actual, String expected) {
    double[] wanted = values(expected);
    double[] found = elements(actual.detach());
    Tolerance tolerance = Tolerance.ofOperator(actual.dtype());
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < found.length; i++) {
      assertThat(tolerance.allows(found[i], wanted[i])).as("element %d is %s (expected: %s)", i, found[i], wanted[i])
          .isTrue();
    }
  }

  private static double[] values(String text) {
    return Stream.of(text.split(" ")).filter(s -> !s.isEmpty()).mapToDouble(GoldenValues::number).toArray();
  }

  private static double[] elements(Tensor tensor) {
    if (tensor.isComplex()) {
      Tensor plain = tensor.resolveConj();
      double[] real = plain.real().toDoubleArray();
      double[] imag = plain.imag().toDoubleArray();
      var both = new double[2 * real.length];
      for (int i = 0; i < both.length; i++) both[i] = i % 2 == 0 ? real[i / 2] : imag[i / 2];
      return both;
    }
    if (tensor.dtype() != DType.BOOL) return tensor.toDoubleArray();
    boolean[] bits = tensor.toBooleanArray();
    var numbers = new double[bits.length];
    for (int i = 0; i < bits.length; i++) numbers[i] = bits[i] ? 1 : 0;
    return numbers;
  }
}
