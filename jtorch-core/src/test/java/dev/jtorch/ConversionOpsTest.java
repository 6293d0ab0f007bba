package dev.jtorch;

import static dev.jtorch.GoldenCases.booleans;
import static dev.jtorch.GoldenCases.floats;
import static dev.jtorch.GoldenCases.gradient;
import static dev.jtorch.GoldenCases.longs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.testing.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Types, devices, copies, and the text of tensors. */
class ConversionOpsTest {
  private static final Tensor x = floats(1.7, -1.7, 0);
  private static final Tensor complex = Torch.viewAsComplex(floats(1, 2, 0, -0.5).view(2, 2));

  @Row({"S4-093", "S4-149", "S4-201", "S4-233"})
  @TestFactory Stream<DynamicTest> golden() {
    return GoldenCases.of("conversion", c -> {
      types(c);
      copies(c);
      gradients(c);
      prints(c);
    });
  }

  private static void types(GoldenCases c) {
    c.add("to type", () -> x.to(DType.INT64));
    c.add("to same", () -> x.to(DType.FLOAT32));
    c.add("to double", () -> x.toDouble());
    c.add("to half", () -> floats(1. / 3).toHalf());
    c.add("to bfloat16", () -> floats(1. / 3).toBFloat16());
    c.add("to long", () -> x.toLong());
    c.add("to int", () -> x.toInt());
    c.add("to short", () -> x.toShort());
    c.add("to char", () -> x.toChar());
    c.add("to byte", () -> floats(1.7, 255, 0).toByte());
    c.add("to bool", () -> x.toBool());
    c.add("to complex", () -> x.to(DType.COMPLEX64));
    c.add("to like", () -> x.to(Torch.zeros(1).toDouble()));
    c.add("type as", () -> x.typeAs(longs(1)));
    c.add("to meta", () -> x.to(Device.of("meta")));
  }

  private static void copies(GoldenCases c) {
    c.add("to copy", () -> x.to(o -> o.dtype(DType.FLOAT32).copy(true)));
    c.add("to format", () -> Torch.zeros(1, 2, 3, 4).to(o -> o.memoryFormat(MemoryFormat.CHANNELS_LAST)).stride());
    c.add("contiguous", () -> Torch.arange(6).reshape(2, 3).t().contiguous().stride());
    c.add("contiguous format", () -> Torch.zeros(1, 2, 3, 4).contiguous(MemoryFormat.CHANNELS_LAST).stride());
    c.add("contiguous format of three", () -> Torch.zeros(2, 3, 4).contiguous(MemoryFormat.CHANNELS_LAST));
    c.add("clone", () -> x.clone());
    c.add("clone keeps order", () -> Torch.zeros(2, 3).t().clone().stride());
    c.add("clone format", () -> Torch.zeros(2, 3).t().clone(MemoryFormat.CONTIGUOUS).stride());
    c.add("copy", () -> Torch.zeros(2, 3).copy_(longs(1, 2, 3)));
    c.add("copy wrong", () -> Torch.zeros(2).copy_(longs(1, 2, 3)));
  }

  private static void gradients(GoldenCases c) {
    c.add("grad function of to", () -> floats(1).requiresGrad_().toDouble());
    c.add("grad function of clone", () -> floats(1).requiresGrad_().clone());
    c.add("gradient of to", () -> gradient(t -> t.toDouble().mul(2), x));
    c.add("gradient of copy", () -> gradient(t -> Torch.zeros(3).copy_(t), x));
    c.add("promotion of types",
        () -> List.of(longs(1).add(floats(1.5)), longs(1).toInt().add(longs(1)), booleans(true).add(longs(1).toByte()),
            floats(1).toHalf().add(floats(1).toBFloat16()), longs(1).add(1.5), floats(1).toDouble().add(floats(1))));
  }

  private static void prints(GoldenCases c) {
    c.add("print whole floats", () -> Torch.full(new long[] {4}, 2.0));
    c.add("print fractions", () -> Torch.full(new long[] {4}, 0.25));
    c.add("print columns", () -> floats(-0.1192, 0));
    c.add("print rows", () -> Torch.tensor(new float[][] {{0.5f, -10.25f}, {3, 4}}));
    c.add("print three dimensions", () -> Torch.arange(12).reshape(2, 3, 2));
    c.add("print summary", () -> Torch.arange(10000).reshape(100, 100));
    c.add("print summary of three", () -> Torch.arange(2000).reshape(2, 10, 100).toFloat());
    c.add("print scalar", () -> Torch.tensor(3.5));
    c.add("print grad function", () -> floats(1, 2).requiresGrad_().mul(2));
    c.add("print grad function of slices", () -> changedSlice());
    c.add("print requires grad", () -> floats(1, 2).requiresGrad_());
    c.add("print size", () -> Torch.tensor(new long[][] {{1, 2, 3}}).shape());
    c.add("print scalar size", () -> Torch.tensor(1).shape());
    c.add("print complex", () -> complex);
    c.add("print conjugate", () -> complex.conj());
    c.add("print negated view", () -> complex.conj().imag());
    c.add("print bool", () -> Torch.tensor(new boolean[][] {{true}, {false}}));
    c.add("print uint64", () -> longs(Long.MIN_VALUE, 1).view(DType.UINT64));
    c.add("print half", () -> floats(1. / 3, 1000).toHalf());
    c.add("print float8", () -> floats(1.5, -2).to(DType.FLOAT8_E4M3FN));
    c.add("print transposed", () -> Torch.arange(6).reshape(2, 3).t());
    c.add("print empty", () -> Torch.zeros(2, 0));
    c.add("print big integers", () -> longs(1L << 40, -1));
    c.add("print small", () -> floats(1e-8, 1));
    c.add("print nan", () -> floats(Double.NaN, Double.POSITIVE_INFINITY, -1.5));
  }

  private static Tensor changedSlice() {
    Tensor y = Torch.zeros(2).requiresGrad_().mul(1);
    y.get(0).mul_(2);
    return y;
  }

  @Test void to_sameIsTheTensorItself() {
    assertThat(x.to(DType.FLOAT32)).isSameAs(x);
    assertThat(x.cpu()).isSameAs(x);
    assertThat(x.contiguous()).isSameAs(x);
    assertThat(x.to(o -> o.copy(true)).dataPtr()).isNotEqualTo(x.dataPtr());
  }

  @Row("S4-233") @Test void to_deviceThatIsNotHere() {
    assertThatThrownBy(() -> x.to(Device.cuda(99))).isInstanceOf(DeviceException.class)
        .hasMessageStartingWith("device: cuda:99 does not exist here (expected: one of cpu, meta");
    assertThatThrownBy(() -> Torch.zeros(new long[] {1}, o -> o.device(Device.cuda(99))))
        .isInstanceOf(DeviceException.class);
  }

  @Row("S4-233") @Test void add_twoDevices() {
    assertThatThrownBy(() -> x.add(x.to(Device.META))).isInstanceOf(DeviceException.class)
        .hasMessage("Expected all tensors to be on the same device, but found at least two devices, meta and cpu!");
  }

  @Row("S4-201") @Test void contiguous_ofTransposed() {
    Tensor transposed = Torch.arange(6).reshape(2, 3).t();
    assertThat(transposed.isContiguous()).isFalse();
    assertThat(transposed.contiguous().isContiguous()).isTrue();
  }

  @Test void toString_leavesNothingInTheScopeAndRecordsNothing() {
    Tensor big = Torch.zeros(100, 100).requiresGrad_();
    try (var scope = Scope.open()) {
      assertThat(big.toString()).endsWith("requires_grad=True)");
      assertThat(scope.size()).isZero();
    }
  }

  @Test void setPrintOptions_changesOnlyWhatIsNamed() {
    PrintOptions before = Torch.getPrintOptions();
    try {
      Torch.setPrintOptions(o -> o.precision(2));
      assertThat(floats(1.234567)).hasToString("tensor([1.23])");
      Torch.setPrintOptions(o -> PrintOptions.SHORT);
      assertThat(Torch.getPrintOptions()).isEqualTo(PrintOptions.SHORT);
      Torch.setPrintOptions(o -> o.sciMode(true));
      assertThat(floats(1.234567)).hasToString("tensor([1.23e+00])");
    } finally {
      Torch.setPrintOptions(o -> before);
    }
  }
}
