package dev.jtorch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OptimizerTest {
  private static Tensor ones(long... size) {
    return Torch.ones(size).requiresGrad_();
  }

  private static void grad(Tensor param, double value) { param.grad(Torch.zerosLike(param).add(value)); }

  @Row("S4-091")
  @Test void sgd_twoSteps() {
    Tensor w = ones();
    var sgd = new SGD(List.of(w), o -> o.lr(0.1).momentum(0.9).weightDecay(0.1));
    grad(w, 1);
    sgd.step();
    grad(w, 0);
    sgd.step();
    assertThat(w.item()).isCloseTo(0.7821, offset(1e-6));
  }

  @Row("S4-112")
  @Test void adam_twoSteps() {
    Tensor w = ones();
    var adam = new Adam(List.of(w), o -> o.lr(0.1));
    grad(w, 1);
    adam.step();
    assertThat(w.item()).isCloseTo(0.9, offset(1e-6));
    grad(w, 0);
    adam.step();
    assertThat(w.item()).isCloseTo(0.8330, offset(5e-5));
    assertThat(adam.defaults()).isEqualTo(new AdamOptions().lr(0.1));
    assertThat(Python.repr(adam.stateDict())).startsWith("{'state': {0: {'step': tensor(2.), 'exp_avg': tensor(")
        .contains("), 'exp_avg_sq': tensor(");
  }

  @Row("S4-091")
  @Test void sgd_badOptions() {
    List<Tensor> p = List.of(ones(2));
    assertError(() -> new SGD(p, o -> o.lr(-1)), "SGD: Invalid learning rate: -1 (expected: >= 0)");
    assertError(() -> new SGD(p, o -> o.momentum(-1)), "SGD: Invalid momentum value: -1 (expected: >= 0)");
    assertError(() -> new SGD(p, o -> o.weightDecay(-0.5)), "SGD: Invalid weight_decay value: -0.5 (expected: >= 0)");
    assertError(() -> new SGD(p, o -> o.nesterov(true)),
        "SGD: Nesterov momentum requires a momentum and zero dampening, momentum is 0 and dampening 0 "
            + "(expected: momentum > 0 and dampening 0)");
    assertError(() -> new SGD(p, o -> o.nesterov(true).momentum(0.9).dampening(0.1)),
        "SGD: Nesterov momentum requires a momentum and zero dampening, momentum is 0.9 and dampening 0.1 "
            + "(expected: momentum > 0 and dampening 0)");
  }

  @Test void adam_badOptions() {
    List<Tensor> p = List.of(ones(2));
    assertError(() -> new Adam(p, o -> o.lr(Double.NaN)), "Adam: Invalid learning rate: nan (expected: >= 0)");
    assertError(() -> new Adam(p, o -> o.eps(-1)), "Adam: Invalid epsilon value: -1 (expected: >= 0)");
    assertError(() -> new Adam(p, o -> o.betas(1, 0.9)),
        "Adam: Invalid beta parameter at index 0: 1 (expected: in [0, 1))");
    assertError(() -> new AdamW(p, o -> o.betas(0.9, 1.5)),
        "AdamW: Invalid beta parameter at index 1: 1.5 (expected: in [0, 1))");
    assertError(() -> new AdamW(p, o -> o.weightDecay(-1)),
        "AdamW: Invalid weight_decay value: -1 (expected: >= 0)");
  }

  @Row("S4-154")
  @Test void construct_badParameters() {
    Tensor p = ones(2);
    assertError(() -> new SGD(List.<Tensor>of()),
        "SGD: optimizer got an empty parameter list (expected: at least one parameter)");
    assertError(() -> new SGD(List.<NewGroup<SGDOptions>>of(), o -> o),
        "SGD: optimizer got an empty parameter list (expected: at least one parameter)");
    assertError(() -> new Adam(List.of(p.mul(2))), "Adam: can't optimize a non-leaf Tensor of shape (2,) "
        + "(expected: a leaf); detach() it, or optimize what it was computed from");
    assertError(() -> new SGD(List.of(SGD.group(List.of(p)), SGD.group(List.of(p))), o -> o),
        "SGD: some parameters appear in more than one parameter group (expected: each in one)");
  }

  @Test void construct_oneTensor() {
    Tensor p = ones(2);
    assertError(() -> new SGD(p),
        "SGD: params is one Tensor of shape (2,) (expected: an iterable of tensors, such as List.of(tensor))");
    assertThat(SGD.group(p).params()).containsExactly(p); // as in Python's dictionaries
  }

  @Test void construct_namedParameters() {
    var net = new Linear(2, 1);
    for (Optimizer<?> optimizer : List.of(new SGD(net.namedParameters()), new Adam(net.namedParameters()),
        new AdamW(net.namedParameters(), o -> o.lr(0.1)))) {
      assertThat(optimizer.paramGroups().get(0).names()).containsExactly("weight", "bias");
      assertThat(optimizer.paramGroups().get(0).params()).containsExactly(net.weight, net.bias);
    }
    assertError(() -> new Adam(Map.of(), o -> o),
        "Adam: optimizer got an empty parameter list (expected: at least one parameter)");
    var sgd = new SGD(net.namedParameters());
    assertError(() -> sgd.addParamGroup(SGD.group(List.of(ones(1)))), "SGD: cannot add param group without names to the"
        + " optimizer (expected: all param groups with names, or all without)");
    sgd.addParamGroup(SGD.group(Map.of("other", ones(1)), o -> o.lr(0.5)));
    assertThat(sgd.paramGroups().get(1).names()).containsExactly("other");
    assertError(() -> new SGD(List.of(SGD.group(List.of(ones(1))), SGD.group(Map.of("b", ones(1)))), o -> o),
        "SGD: cannot add param group with names to the optimizer (expected: all param groups with names, or all without)");
    assertError(() -> new NewGroup<SGDOptions>(List.of(ones(1), ones(1)), List.of("a"), o -> o),
        "all optimizer params should be with/without names: 1 names for 2 parameters (expected: a name for each, or"
            + " none)");
  }

  @Row("S4-154")
  @Test void paramGroups_overrideTheOptimizersOptions() {
    Tensor a = ones(1);
    Tensor b = ones(1);
    var sgd = new SGD(List.of(SGD.group(List.of(a), o -> o.lr(1e-3)),
        SGD.group(List.of(b), o -> o.lr(1e-2).weightDecay(1e-4))), o -> o.lr(1e-3).momentum(0.9));
    assertThat(sgd.paramGroups()).hasSize(2);
    assertThat(sgd.paramGroups().get(0).options()).isEqualTo(new SGDOptions().lr(1e-3).momentum(0.9));
    assertThat(sgd.paramGroups().get(1).options()).isEqualTo(new SGDOptions().lr(1e-2).momentum(0.9).weightDecay(1e-4));
    assertThat(sgd.paramGroups().get(1).params()).containsExactly(b);
  }

  @Test void paramGroup_optionsHoldForTheNextStep() {
    Tensor w = ones(1);
    var sgd = new SGD(List.of(w), o -> o.lr(0.5));
    grad(w, 1);
    sgd.step();
    sgd.paramGroups().get(0).lr(0.25);
    sgd.step();
    assertThat(w.item()).isEqualTo(0.25);
    sgd.paramGroups().get(0).options(o -> o.momentum(0.5).maximize(true));
    sgd.step();
    assertThat(w.item()).isEqualTo(0.5);
  }

  @Test void addParamGroup_isChangedFromThenOn() {
    Tensor a = ones(1);
    Tensor b = ones(1);
    var adam = new Adam(List.of(a), o -> o.lr(0.1));
    adam.addParamGroup(Adam.group(List.of(b), o -> o.lr(0.2)));
    grad(b, 1);
    adam.step();
    assertThat(a.item()).isEqualTo(1);
    assertThat(b.item()).isCloseTo(0.8, offset(1e-6));
    assertError(() -> adam.addParamGroup(Adam.group(List.of(a))),
        "Adam: some parameters appear in more than one parameter group (expected: each in one)");
  }

  @Row("S4-232")
  @Test void zeroGrad_clearsItsOwnParametersOnly() {
    Tensor mine = ones(2, 3);
    Tensor other = ones(2);
    grad(mine, 1);
    grad(other, 1);
    var sgd = new SGD(List.of(mine));
    sgd.zeroGrad(false);
    assertThat(mine.grad()).hasToString("tensor([[0., 0., 0.],\n        [0., 0., 0.]])");
    sgd.zeroGrad();
    assertThat(mine.grad()).isNull();
    assertThat(other.grad()).isNotNull();
  }

  @Row("S4-229")
  @Test void step_usesTheSumOfGradients() {
    Tensor x = Torch.arange(8).toFloat().view(4, 2);
    Tensor whole = ones(2);
    Tensor parts = ones(2);
    x.matmul(whole).pow(2).mean().backward();
    for (Tensor part : x.chunk(4)) part.matmul(parts).pow(2).mean().div(4).backward();
    new SGD(List.of(whole), o -> o.lr(0.01)).step();
    new SGD(List.of(parts), o -> o.lr(0.01)).step();
    assertThat(parts.allclose(whole)).isTrue();
  }

  @Row("S4-226")
  @Test void step_inALoop_reducesTheLoss() {
    Tensor x = Torch.arange(12).toFloat().view(6, 2).div(6);
    Tensor y = x.matmul(Torch.tensor(new float[] {2, -1})).add(0.5);
    Tensor w = Torch.zeros(2).requiresGrad_();
    Tensor b = Torch.zeros(1).requiresGrad_();
    var sgd = new SGD(List.of(w, b), o -> o.lr(0.1));
    double last = Double.MAX_VALUE;
    for (int i = 0; i < 100; i++) {
      sgd.zeroGrad();
      Tensor loss = x.matmul(w).add(b).sub(y).pow(2).mean();
      loss.backward();
      sgd.step();
      assertThat(loss.item()).isLessThan(last);
      last = loss.item();
    }
  }

  @Row("S4-118")
  @Test void step_leavesFrozenParametersAlone() {
    Tensor frozen = Torch.ones(2);
    Tensor free = ones(2);
    List<Tensor> all = List.of(frozen, free);
    var sgd = new SGD(all.stream().filter(Tensor::requiresGrad)::iterator, o -> o.lr(0.1).weightDecay(0.1));
    assertThat(sgd.paramGroups().get(0).params()).containsExactly(free);
    var both = new SGD(all, o -> o.lr(0.1).momentum(0.9).weightDecay(0.1));
    for (int i = 0; i < 10; i++) {
      grad(free, 1);
      both.step();
    }
    assertThat(frozen.equal(Torch.ones(2))).isTrue();
    assertThat(free.equal(Torch.ones(2))).isFalse();
  }

  @Test void step_withClosure_recordsGradientsAndReturnsTheLoss() {
    Tensor w = ones(1);
    var sgd = new SGD(List.of(w), o -> o.lr(0.25));
    Tensor loss;
    try (var quiet = Torch.noGrad()) {
      loss = sgd.step(() -> {
        sgd.zeroGrad();
        Tensor square = w.pow(2).sum();
        square.backward();
        return square;
      });
      assertThat(Torch.isGradEnabled()).isFalse();
    }
    assertThat(loss.item()).isEqualTo(1);
    assertThat(w.item()).isEqualTo(0.5);
    sgd.step();
    assertThat(Torch.isGradEnabled()).isTrue();
  }

  private static void assertError(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(TorchException.class).hasMessage(message);
  }
}
