package dev.jtorch;

import static dev.jtorch.GoldenCases.floats;
import static dev.jtorch.GoldenCases.longs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.testing.Row;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Factories. */
class TorchCreationTest {
  private static final Tensor x = Torch.ones(2, 2).toDouble();

  @Row({"S4-234"})
  @TestFactory Stream<DynamicTest> golden() {
    return GoldenCases.of("creation", c -> {
      filled(c);
      ranges(c);
      matrices(c);
      polar(c);
      like(c);
    });
  }

  private static void filled(GoldenCases c) {
    c.add("zeros", () -> Torch.zeros(2, 3));
    c.add("zeros scalar", () -> Torch.zeros());
    c.add("zeros double", () -> Torch.zeros(new long[] {2}, o -> o.dtype(DType.FLOAT64)));
    c.add("zeros requires grad", () -> Torch.zeros(new long[] {2}, o -> o.requiresGrad(true)));
    c.add("zeros meta", () -> Torch.zeros(new long[] {2, 3}, o -> o.device(Device.META)));
    c.add("zeros negative", () -> Torch.zeros(-1));
    c.add("ones", () -> Torch.ones(3));
    c.add("ones complex", () -> Torch.ones(new long[] {1}, o -> o.dtype(DType.COMPLEX64)));
    c.add("empty format",
        () -> Torch.empty(new long[] {1, 2, 3, 4}, o -> o.memoryFormat(MemoryFormat.CHANNELS_LAST)).stride());
    c.add("full integers", () -> Torch.full(new long[] {2}, 7));
    c.add("full floats", () -> Torch.full(new long[] {2}, 7.5));
    c.add("full complex", () -> Torch.full(new long[] {1}, Complex.of(1, 2)));
    c.add("full type", () -> Torch.full(new long[] {2}, 7, o -> o.dtype(DType.FLOAT16)));
    c.add("scalar", () -> Torch.scalar(3.0));
  }

  private static void ranges(GoldenCases c) {
    c.add("arange", () -> Torch.arange(4));
    c.add("arange range", () -> Torch.arange(2, 5));
    c.add("arange step", () -> Torch.arange(1, 2, 0.25));
    c.add("arange down", () -> Torch.arange(3, 0, -1));
    c.add("arange float end", () -> Torch.arange(2.));
    c.add("arange type", () -> Torch.arange(0, 3, 1, o -> o.dtype(DType.FLOAT32)));
    c.add("arange wrong step", () -> Torch.arange(0, 3, -1));
    c.add("linspace", () -> Torch.linspace(0, 1, 5));
    c.add("linspace type", () -> Torch.linspace(0, 10, 3, o -> o.dtype(DType.INT64)));
    c.add("logspace", () -> Torch.logspace(0, 2, 3));
    c.add("logspace base", () -> Torch.logspace(0, 3, 4, 2));
  }

  private static void matrices(GoldenCases c) {
    c.add("eye", () -> Torch.eye(2));
    c.add("eye wide", () -> Torch.eye(2, 3));
    c.add("eye type", () -> Torch.eye(2, 2, o -> o.dtype(DType.BOOL)));
    c.add("empty strided", () -> Torch.emptyStrided(new long[] {2, 3}, new long[] {1, 2}).stride());
    c.add("tril indices", () -> Torch.trilIndices(3, 3, -1));
    c.add("triu indices", () -> Torch.triuIndices(2, 3, 1));
  }

  private static void polar(GoldenCases c) {
    c.add("polar", () -> Torch.polar(floats(1, 2), floats(0, 0)));
  }

  private static void like(GoldenCases c) {
    c.add("zeros like", () -> Torch.zerosLike(x));
    c.add("zeros like type", () -> Torch.zerosLike(x, o -> o.dtype(DType.INT32)));
    c.add("zeros like meta", () -> Torch.zerosLike(x, o -> o.device(Device.META)));
    c.add("zeros like requires grad", () -> Torch.zerosLike(x.clone().requiresGrad_()));
    c.add("ones like", () -> Torch.onesLike(longs(1, 2)));
    c.add("empty like", () -> Torch.emptyLike(x).shape());
    c.add("empty like strides", () -> Torch.emptyLike(Torch.zeros(2, 3).t()).stride());
    c.add("empty like format",
        () -> Torch.emptyLike(Torch.zeros(2, 3).t(), o -> o.memoryFormat(MemoryFormat.CONTIGUOUS)).stride());
    c.add("full like", () -> Torch.fullLike(x, 7));
    c.add("full like type", () -> Torch.fullLike(x, 7, o -> o.dtype(DType.INT64)));
  }

  @Test void defaultDtype_isPerThread() throws InterruptedException {
    try {
      Torch.setDefaultDtype(DType.FLOAT64);
      assertThat(Torch.zeros(1).dtype()).isEqualTo(DType.FLOAT64);
      assertThat(Torch.tensor(0.1).item()).isEqualTo(0.1);
      assertThat(Torch.rand(1).dtype()).isEqualTo(DType.FLOAT64);
      assertThat(Torch.zeros(1)).hasToString("tensor([0.])");
      var elsewhere = new AtomicReference<DType>();
      var thread = new Thread(() -> elsewhere.set(Torch.getDefaultDtype()));
      thread.start();
      thread.join();
      assertThat(elsewhere).hasValue(DType.FLOAT32);
    } finally {
      Torch.setDefaultDtype(DType.FLOAT32);
    }
  }

  @Test void setDefaultDtype_integers() {
    assertThatThrownBy(() -> Torch.setDefaultDtype(DType.INT64)).isInstanceOf(DTypeException.class)
        .hasMessage("setDefaultDtype: dtype is torch.int64 (expected: a floating-point type)");
  }

  @Test void options_thatAFunctionDoesNotTake() {
    assertThatThrownBy(() -> Torch.zeros(new long[] {1}, o -> o.generator(new Generator())))
        .hasMessage("zeros: generator is set (expected: none); only functions of chance take one");
    assertThatThrownBy(() -> Torch.rand(new long[] {1}, o -> o.memoryFormat(MemoryFormat.CONTIGUOUS)))
        .hasMessage("rand: memoryFormat is CONTIGUOUS (expected: none); use empty(..) or contiguous(..)");
  }
}
