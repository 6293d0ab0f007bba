package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TorchValuesTest {
  @Test void tensor_numbersBecomeWhatPythonsDo() {
    assertThat(Torch.tensor(3).dtype()).isEqualTo(DType.INT64);
    assertThat(Torch.tensor(3L).itemLong()).isEqualTo(3);
    assertThat(Torch.tensor(0.5).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(Torch.tensor(0.5f).item()).isEqualTo(0.5);
    assertThat(Torch.tensor(true).dtype()).isEqualTo(DType.BOOL);
    assertThat(Torch.tensor(true).itemBool()).isTrue();
    assertThat(Torch.tensor(Complex.of(1, -2)).dtype()).isEqualTo(DType.COMPLEX64);
    assertThat(Torch.tensor(Complex.of(1, -2)).itemComplex()).isEqualTo(Complex.of(1, -2)).hasToString("(1-2j)");
  }

  @Test void tensor_arraysKeepTheirType() {
    assertThat(Torch.tensor(new byte[] {1, -1}).toByteArray()).containsExactly(1, -1);
    assertThat(Torch.tensor(new short[] {1, -1}).toShortArray()).containsExactly((short) 1, (short) -1);
    assertThat(Torch.tensor(new int[] {1, -1}).toIntArray()).containsExactly(1, -1);
    assertThat(Torch.tensor(new long[] {1L << 40}).toLongArray()).containsExactly(1L << 40);
    assertThat(Torch.tensor(new float[] {0.1f}).toFloatArray()).containsExactly(0.1f);
    assertThat(Torch.tensor(new double[] {0.1}).toDoubleArray()).containsExactly(0.1);
    assertThat(Torch.tensor(new boolean[] {true, false}).toBooleanArray()).containsExactly(true, false);
    assertThat(Torch.tensor(new double[0]).shape()).isEqualTo(Size.of(0));
  }

  @Test void tensor_nestedArrays() {
    Tensor t = Torch.tensor(new float[][][] {{{1, 2}, {3, 4}, {5, 6}}});
    assertThat(t.shape()).isEqualTo(Size.of(1, 3, 2));
    assertThat(t.toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(Torch.tensor(new int[2][0]).shape()).isEqualTo(Size.of(2, 0));
    assertThat(Torch.tensor(new int[0][3]).shape()).isEqualTo(Size.of(0, 0));
    assertThat(Torch.tensor(new boolean[][] {{true}}, o -> o.dtype(DType.INT32)).toIntArray()).containsExactly(1);
  }

  @Test void tensor_raggedArrays() {
    assertThatThrownBy(() -> Torch.tensor(new int[][] {{1, 2}, {3}})).isInstanceOf(ShapeException.class)
        .hasMessage("tensor: array at dimension 1 has length 1 (expected: 2, as the first one there)");
  }

  @Test void tensor_arraysOfAnotherType() {
    assertThatThrownBy(() -> Torch.tensor(new String[] {"a"})).isInstanceOf(DTypeException.class).hasMessage(
        "tensor: elements are of type String (expected: boolean, byte, short, int, long, float or double)");
  }

  @Test void tensor_optionsConvertAndLeaveNothingBehind() {
    try (var scope = Scope.open()) {
      Tensor t = Torch.tensor(new double[] {1.5}, o -> o.dtype(DType.BFLOAT16).requiresGrad(true));
      assertThat(t.dtype()).isEqualTo(DType.BFLOAT16);
      assertThat(t.requiresGrad()).isTrue();
      assertThat(scope.size()).isEqualTo(1);
    }
  }

  @Test void fromBuffer_copies() {
    var bytes = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putFloat(1).putFloat(2).flip();
    Tensor t = Torch.fromBuffer(bytes, DType.FLOAT32, 2, 1);
    bytes.putFloat(0, 7);
    assertThat(t.toFloatArray()).containsExactly(1, 2);
    assertThat(bytes.position()).isZero();
    assertThatThrownBy(() -> Torch.fromBuffer(bytes, DType.FLOAT64, 2)).isInstanceOf(ShapeException.class)
        .hasMessage("fromBuffer: buffer has 8 bytes left (expected: 16)");
  }

  /** Expected values are those that Python prints. */
  @Test void tensor_ofLists() {
    assertThat(Torch.tensor(List.of(List.of(1, 2), List.of(3, 4.5))))
        .hasToString("tensor([[1.0000, 2.0000],\n        [3.0000, 4.5000]])");
    assertThat(Torch.tensor(List.of(true, false)).dtype()).isEqualTo(DType.BOOL);
    assertThat(Torch.tensor(1, 2, 3)).hasToString("tensor([1, 2, 3])");
    assertThat(Torch.tensor(0.1, 2).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(Torch.tensor(List.of())).hasToString("tensor([])");
    assertThat(Torch.tensor(List.of(List.of(), List.of())).shape()).isEqualTo(Size.of(2, 0));
    assertThat(Torch.tensor(List.of(true, 2))).hasToString("tensor([1, 2])");
    assertThat(Torch.tensor(List.of(Complex.of(0, 1), 2))).hasToString("tensor([0.+1.j, 2.+0.j])");
    assertThat(Torch.tensor(List.of(1, 2), o -> o.dtype(DType.INT8)).dtype()).isEqualTo(DType.INT8);
    assertThatThrownBy(() -> Torch.tensor(List.of(List.of(1, 2), List.of(3)))).isInstanceOf(ShapeException.class)
        .hasMessage(
            "tensor: the list holds a list of length 1 at dimension 1 (expected: a list of length 2, as the first"
                + " one there)");
    assertThatThrownBy(() -> Torch.tensor(List.of("1"))).isInstanceOf(DTypeException.class).hasMessage(
        "tensor: an element is a String (expected: numbers, booleans, or lists of such, as deep as the first)");
  }

  @Test void sizesAndDtypes_ofOtherTensors() {
    Tensor x = Torch.arange(6, o -> o.dtype(DType.FLOAT64)).view(2, 3);
    assertThat(Torch.zeros(x.shape()).shape()).isEqualTo(x.size());
    assertThat(Torch.ones(DType.INT8, 2).dtype()).isEqualTo(DType.INT8);
    assertThat(x.newZeros(2).dtype()).isEqualTo(DType.FLOAT64);
    assertThat(x.newTensor(1, 2)).hasToString("tensor([1., 2.], dtype=torch.float64)");
    assertThat(x.newFull(new long[] {2}, 7)).hasToString("tensor([7., 7.], dtype=torch.float64)");
    assertThat(x.T().shape()).isEqualTo(Size.of(3, 2));
    assertThat(x.view(Torch.zeros(3, 2).shape()).shape()).isEqualTo(Size.of(3, 2));
    assertThatThrownBy(() -> Torch.zeros(2, 2, 2).H()).isInstanceOf(ShapeException.class)
        .hasMessage(
            "tensor.H is only supported on matrices (2-D tensors). Got 3-D tensor. For batches of matrices, consider using tensor.mH");
  }
}
