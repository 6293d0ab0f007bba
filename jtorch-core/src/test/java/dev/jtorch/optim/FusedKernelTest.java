package dev.jtorch.optim;

import static dev.jtorch.testing.Eventually.assertOnceCollected;
import static dev.jtorch.testing.Eventually.collect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.MemoryFormat;
import dev.jtorch.MemoryStats;
import dev.jtorch.ReleasedTensorException;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.optim.SGD.SGDKernel;
import dev.jtorch.testing.Row;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** When the fused kernels are used, when they must not be, and what they leave behind. */
class FusedKernelTest {
  private static final Map<String, Function<List<Tensor>, Optimizer<?>>> MAKERS = Map.of( //
      "sgd", p -> new SGD(p, o -> o.lr(0.01)), //
      "sgd with momentum", p -> new SGD(p, o -> o.lr(0.01).momentum(0.9)), //
      "adam", p -> new Adam(p), //
      "adam with amsgrad", p -> new Adam(p, o -> o.amsgrad(true)), //
      "adamw", p -> new AdamW(p));

  private static Tensor leaf(DType dtype, long... size) {
    return Torch.ones(size, o -> o.dtype(dtype)).requiresGrad_();
  }

  /** Whether a first step by the kernel is possible. */
  private static boolean fits(Tensor param, Tensor grad) {
    param.grad(grad);
    var sgd = new SGD(List.of(param));
    try (var quiet = Torch.noGrad()) {
      return new SGDKernel().first(sgd.paramGroups().get(0), List.of(param), List.of(new ParamState()));
    }
  }

  @Test void first_ordinaryTensors() {
    assertThat(fits(leaf(DType.FLOAT32, 2, 3), Torch.ones(2, 3))).isTrue();
    assertThat(fits(leaf(DType.FLOAT64, 300, 300), Torch.ones(new long[] {300, 300}, o -> o.dtype(DType.FLOAT64))))
        .isTrue();
    assertThat(fits(leaf(DType.FLOAT32), Torch.scalar(1.0))).isTrue();
    Tensor format = Torch.ones(2, 3, 4, 5).contiguous(MemoryFormat.CHANNELS_LAST);
    assertThat(fits(format.clone().requiresGrad_(), format)).isTrue();
  }

  @Test void first_otherTypesAndLayouts() {
    assertThat(fits(leaf(DType.FLOAT16, 2), Torch.ones(2).toHalf())).isFalse();
    assertThat(fits(leaf(DType.FLOAT32, 2, 3), Torch.ones(3, 2).t())).isFalse();
    assertThat(fits(leaf(DType.FLOAT32, 2, 3), Torch.ones(1, 1).expand(2, 3))).isFalse();
    assertThat(fits(Torch.ones(3, 2).t().requiresGrad_(), Torch.ones(2, 3))).isFalse();
    Tensor format = Torch.ones(2, 3, 4, 5).contiguous(MemoryFormat.CHANNELS_LAST);
    assertThat(fits(leaf(DType.FLOAT32, 2, 3, 4, 5), format)).isFalse();
  }

  /** The same parameters by the kernel and, because their gradients lie otherwise in memory, by Python's operations. */
  @TestFactory Stream<DynamicTest> step_layoutOfGradientChanges() {
    return MAKERS.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      Tensor a = leaf(DType.FLOAT64, 3, 5);
      Tensor b = leaf(DType.FLOAT64, 3, 5);
      Optimizer<?> fused = e.getValue().apply(List.of(a));
      Optimizer<?> mixed = e.getValue().apply(List.of(b));
      for (int t = 0; t < 9; t++) {
        Tensor grad = Torch.randn(new long[] {3, 5}, o -> o.dtype(DType.FLOAT64));
        a.grad(grad.clone());
        b.grad(t / 3 == 1 ? grad.t().contiguous().t() : grad.clone());
        fused.step();
        mixed.step();
      }
      assertThat(b.allclose(a)).isTrue();
    }));
  }

  @Test void step_bigAndSmallTensors_ofBothTypes() {
    List<Tensor> params = List.of(leaf(DType.FLOAT32, 400, 400), leaf(DType.FLOAT32, 3), leaf(DType.FLOAT32, 0),
        leaf(DType.FLOAT64, 5));
    var adam = new Adam(params, o -> o.lr(0.5));
    for (Tensor p : params) p.grad(Torch.onesLike(p));
    adam.step();
    for (Tensor p : params) assertThat(p.allclose(Torch.zerosLike(p).add(0.5))).isTrue();
  }

  @Test void step_dataReplaced_changesTheNewData() {
    Tensor w = leaf(DType.FLOAT32, 4);
    var sgd = new SGD(List.of(w), o -> o.lr(1));
    w.grad(Torch.ones(4));
    sgd.step();
    w.data(Torch.ones(2, 2).t());
    w.grad(Torch.ones(2, 2));
    sgd.step();
    assertThat(w.equal(Torch.zeros(2, 2))).isTrue();
    w.data(Torch.ones(new long[] {2}, o -> o.dtype(DType.FLOAT64)));
    w.grad(Torch.ones(new long[] {2}, o -> o.dtype(DType.FLOAT64)));
    sgd.step();
    assertThat(w.equal(Torch.zeros(new long[] {2}, o -> o.dtype(DType.FLOAT64)))).isTrue();
  }

  @Test void step_closedParameter() {
    Tensor w = leaf(DType.FLOAT32, 4);
    w.grad(Torch.ones(4));
    var sgd = new SGD(List.of(w), o -> o.lr(1));
    sgd.step();
    w.close();
    assertThatThrownBy(sgd::step).isInstanceOf(ReleasedTensorException.class);
    assertThat(Torch.isGradEnabled()).isTrue();
  }

  @Row("S4-117")
  @TestFactory Stream<DynamicTest> step_beforeBackward_isNoticed() {
    return MAKERS.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      Tensor w = leaf(DType.FLOAT32, 2);
      Optimizer<?> optimizer = e.getValue().apply(List.of(w));
      for (int t = 0; t < 3; t++) {
        Tensor loss = w.pow(2).sum();
        w.grad(Torch.ones(2));
        optimizer.step();
        assertThatThrownBy(loss::backward).isInstanceOf(TorchException.class)
            .hasMessageContaining("modified by an inplace operation");
      }
    }));
  }

  @TestFactory Stream<DynamicTest> steps_keepMemoryFlat() {
    return MAKERS.entrySet().stream().flatMap(e -> Stream.of(DType.FLOAT32, DType.FLOAT16)
        .map(dtype -> DynamicTest.dynamicTest(e.getKey() + " " + dtype,
            () -> stepsKeepMemoryFlat(dtype, e.getValue()))));
  }

  private static void stepsKeepMemoryFlat(DType dtype, Function<List<Tensor>, Optimizer<?>> maker) {
    List<Tensor> params = IntStream.range(0, 4).mapToObj(i -> leaf(dtype, 8, i + 1)).toList();
    Optimizer<?> optimizer = maker.apply(params);
    for (int t = 0; t < 10; t++) step(optimizer, params, t);
    long before = collect();
    for (int t = 0; t < 1000; t++) step(optimizer, params, t);
    assertOnceCollected(() -> assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(before + 20));
  }

  /** Now and then a gradient is absent and a rate changes. */
  private static void step(Optimizer<?> optimizer, List<Tensor> params, int t) {
    try (var scope = Scope.open()) {
      optimizer.zeroGrad();
      Tensor loss = Torch.zeros();
      for (int i = 0; i < params.size(); i++) {
        if (i > 0 || t % 7 != 0) loss = loss.add(params.get(i).pow(2).mean());
      }
      loss.backward();
      int made = scope.size();
      if (t % 10 == 0) optimizer.paramGroups().forEach(group -> group.lr(group.lr() * 0.99));
      optimizer.step();
      assertThat(scope.size()).isEqualTo(made);
    }
  }
}
