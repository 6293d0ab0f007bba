package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.nn.functional.F;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code fuzz.ApiFuzz} found: nonsense that crashed the JVM, never ended, or was refused in words that are not ours. */
class NonsenseTest {
  private static final long HUGE = 1L << 40;

  private record Refusal(String what, ThrowingCallable call, Class<? extends TorchException> type, String message) {
    @Override public String toString() { return what; }
  }

  static Stream<Refusal> refusals() {
    Tensor scalar = Torch.tensor(1.0);
    Tensor two = Torch.ones(2);
    return Stream.of( //
        new Refusal("size of a scalar", () -> scalar.size(0), IndexException.class,
            "Dimension specified as 0 but tensor has no dimensions"),
        new Refusal("stride of a scalar", () -> scalar.stride(3), IndexException.class,
            "Dimension specified as 3 but tensor has no dimensions"),
        new Refusal("tensordot over less than none", () -> Torch.tensordot(two, two, -1), TorchException.class,
            "tensordot expects dims >= 0, but got dims=-1"),
        new Refusal("tensordot over more than all", () -> Torch.tensordot(two, two, 3), TorchException.class,
            "tensordot expects dims < ndim_a or ndim_b, but got dims=3"),
        new Refusal("a power without an opposite", () -> Torch.eye(2).matrixPower(Long.MIN_VALUE), TorchException.class,
            "matrixPower: n is -9223372036854775808 (expected: more)"),
        new Refusal("more memory than there is", () -> Torch.empty(1L << 60), TorchException.class,
            "DefaultCPUAllocator: can't allocate memory: you tried to allocate 4611686018427387904 bytes. Error code 12"
                + " (Cannot allocate memory)"),
        new Refusal("no groups", () -> F.groupNorm(Torch.ones(2, 2), 0), TorchException.class,
            "groupNorm: numGroups is 0 (expected: 1 or more)"),
        new Refusal("a batch of no dimensions", () -> F.batchNorm(scalar, null, null, o -> o.training(true)),
            ShapeException.class, "Expected at least 1 dimension for input tensor but received 0"),
        new Refusal("a window beyond memory", () -> F.maxPool1d(Torch.ones(2, 4), HUGE), TorchException.class,
            "integer out of range"),
        new Refusal("windows without end", () -> F.adaptiveAvgPool3d(Torch.ones(2, 2, 4, 5), HUGE, 1, 0),
            TorchException.class, "integer out of range"),
        new Refusal("a weight of no dimensions", () -> F.linear(two, scalar), ShapeException.class,
            "both arguments to linear need to be at least 1D, but they are 1D and 0D"),
        new Refusal("a table of no dimensions", () -> F.embedding(Torch.zeros(2).toLong(), scalar),
            ShapeException.class,
            "'weight' must be 2-D"));
  }

  @ParameterizedTest @MethodSource("refusals") void nonsense_isRefused(Refusal line) {
    assertThatThrownBy(line.call).isExactlyInstanceOf(line.type).hasMessage(line.message);
  }

  @Test void strides_beyondEverything_leaveOnePlace() {
    Tensor y = F.conv3d(Torch.ones(1, 1, 2, 2, 2), Torch.ones(1, 1, 1, 1, 1), null, o -> o.stride(1L << 22));
    assertThat(y.shape()).hasToString("torch.Size([1, 1, 1, 1, 1])");
  }

  @Test void emptyTensors_haveNoAddress_andPrintWhateverTheirOtherSizes() {
    Tensor empty = Torch.empty(Long.MAX_VALUE, 2, 0);
    assertThat(empty.dataPtr()).isZero();
    assertThat(empty.shape().numel()).isZero();
    assertThat(empty).hasToString("tensor([], size=(9223372036854775807, 2, 0))");
  }
}
