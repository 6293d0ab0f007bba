package dev.jtorch;

import static dev.jtorch.GoldenCases.booleans;
import static dev.jtorch.GoldenCases.floats;
import static dev.jtorch.GoldenCases.longs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.testing.Row;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostOpsTest {
  @Row("S4-113") @Test void tensor_ofDoublesToFloat() {
    Tensor t = Torch.tensor(new double[] {0.1, 2});
    assertThat(t.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(t.toFloat().dtype()).isEqualTo(DType.FLOAT32);
    assertThat(t.toFloat().toFloatArray()).containsExactly(0.1f, 2);
  }

  @Row("S4-113") @Test void toArray_ofTensorThatRequiresGrad() {
    Tensor t = floats(1, 2).requiresGrad_();
    assertThatThrownBy(t::toFloatArray).isInstanceOf(TorchException.class).hasMessage(
        "Can't call toFloatArray() on Tensor that requires grad. Use tensor.detach().toFloatArray() instead.");
    assertThat(t.detach().toFloatArray()).containsExactly(1, 2);
  }

  @Test void toArray_widensAsJavaDoes() {
    assertThat(longs(1, -2).toDoubleArray()).containsExactly(1, -2);
    assertThat(floats(0.5).toHalf().toFloatArray()).containsExactly(0.5f);
    assertThat(floats(0.5).toBFloat16().toDoubleArray()).containsExactly(0.5);
    assertThat(longs(200).toByte().toIntArray()).containsExactly(200);
    assertThat(longs(200).toByte().toByteArray()).containsExactly(200);
    assertThat(longs(-3).toChar().toShortArray()).containsExactly((short) -3);
    assertThat(booleans(true, false).toBooleanArray()).containsExactly(true, false);
  }

  @Test void toArray_neverNarrows() {
    assertThatThrownBy(() -> longs(1).toIntArray()).isInstanceOf(DTypeException.class)
        .hasMessage("toIntArray: dtype is torch.int64 (expected: one of [uint8, int8, int16, int32, uint16]); "
            + "convert it first, as with toDouble()");
    assertThatThrownBy(() -> floats(1).toLongArray()).isInstanceOf(DTypeException.class);
    assertThatThrownBy(() -> longs(1).toBooleanArray()).isInstanceOf(DTypeException.class);
    assertThatThrownBy(() -> booleans(true).toDoubleArray()).isInstanceOf(DTypeException.class);
  }

  @Test void toArray_readsRowByRowAndLeavesNothing() {
    Tensor transposed = Torch.arange(6).reshape(2, 3).t();
    try (var scope = Scope.open()) {
      assertThat(transposed.toLongArray()).containsExactly(0, 3, 1, 4, 2, 5);
      assertThat(scope.size()).isZero();
    }
  }

  @Test void toArray_ofNegatedView() {
    Tensor conjugate = Torch.viewAsComplex(floats(1, 2).view(1, 2)).conj();
    assertThat(conjugate.imag().toFloatArray()).containsExactly(-2);
  }

  @Test void toArray_ofNothing() { assertThat(Torch.zeros(2, 0).toFloatArray()).isEmpty(); }

  @Test void toArray_ofMetaTensor() {
    assertThatThrownBy(() -> Torch.zeros(new long[] {1}, o -> o.device(Device.META)).toFloatArray())
        .isInstanceOf(TorchException.class).hasMessage("Cannot copy out of meta tensor; no data!");
  }

  @Test void item_byKind() {
    assertThat(longs(3).item()).isEqualTo(3);
    assertThat(floats(0.5).item()).isEqualTo(0.5);
    assertThat(booleans(true).item()).isEqualTo(1);
    assertThat(longs(3).itemLong()).isEqualTo(3);
    assertThat(longs(Long.MAX_VALUE).itemLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(longs(Long.MIN_VALUE).item()).isEqualTo(-0x1p63);
    assertThat(floats(0).itemBool()).isFalse();
    assertThat(Torch.tensor(Complex.of(1, -2)).itemComplex()).isEqualTo(Complex.of(1, -2));
    assertThat(floats(0.5).itemComplex()).isEqualTo(Complex.of(0.5, 0));
    assertThatThrownBy(() -> longs((1L << 53) + 1).item()).isInstanceOf(DTypeException.class)
        .hasMessage(
            "item: 9007199254740993 is no double (expected: an integer that a double holds exactly); use itemLong()");
    assertThatThrownBy(() -> longs(Long.MAX_VALUE).item()).isInstanceOf(DTypeException.class)
        .hasMessage(
            "item: 9223372036854775807 is no double (expected: an integer that a double holds exactly); use itemLong()");
    assertThatThrownBy(() -> Torch.tensor(Complex.of(1, 2)).item()).isInstanceOf(DTypeException.class)
        .hasMessage("item: dtype is torch.complex64 (expected: a real type); use itemComplex()");
    assertThatThrownBy(() -> floats(3).itemLong()).isInstanceOf(DTypeException.class).hasMessage(
        "itemLong: dtype is torch.float32 (expected: an integer type or bool); use item() or toLong()");
    assertThatThrownBy(() -> longs(1, 2).item()).isInstanceOf(TorchException.class)
        .hasMessage("a Tensor with 2 elements cannot be converted to Scalar");
  }

  @Test void tolist_isPythons() {
    assertThat(Torch.tensor(new long[][] {{1, 2}, {3, 4}}).tolist())
        .isEqualTo(List.of(List.of(1L, 2L), List.of(3L, 4L)));
    assertThat(booleans(true).tolist()).isEqualTo(List.of(true));
    assertThat(Torch.tensor(2.5).tolist()).isEqualTo(2.5);
    assertThat(Torch.zeros(2, 0).tolist()).isEqualTo(List.of(List.of(), List.of()));
  }

  @Test void copyTo_andFrom() {
    var buffer = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
    Torch.arange(4).toFloat().reshape(2, 2).t().copyTo(buffer);
    assertThat(buffer.position()).isEqualTo(16);
    buffer.flip();
    assertThat(new float[] {buffer.getFloat(0), buffer.getFloat(4), buffer.getFloat(8)}).containsExactly(0, 2, 1);
    Tensor back = Torch.zeros(2, 2);
    assertThat(back.t().copyFrom(buffer).dataPtr()).isEqualTo(back.dataPtr());
    assertThat(back.toFloatArray()).containsExactly(0, 1, 2, 3);
    assertThat(buffer.hasRemaining()).isFalse();
    assertThatThrownBy(() -> back.copyFrom(buffer)).isInstanceOf(ShapeException.class)
        .hasMessage("copyFrom: buffer has 0 bytes left (expected: 16)");
  }
}
