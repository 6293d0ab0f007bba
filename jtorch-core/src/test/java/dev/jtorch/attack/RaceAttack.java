package dev.jtorch.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Generator;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Autograd;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.optim.Adam;
import dev.jtorch.optim.SGD;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Two threads at one network, its optimizer, its gradients and its tensors, each pair of operations for a moment.
 *
 * <p>{@code RaceAttack <seconds> <seed> <operation> <operation>} repeats one pair; without operations, all pairs take turns.
 */
final class RaceAttack {
  private static final long MILLIS = 150;
  /** Big enough for memory of the kernel's own, which is gone as soon as it is freed. */
  private static final long IN = 64;
  private static final long OUT = 512;

  private static final Map<String, Operation> OPERATIONS = new TreeMap<>(Map.ofEntries(
      Map.entry("sum", t -> t.weight.sum().item()),
      Map.entry("text", t -> t.weight.toString()),
      Map.entry("array", t -> t.weight.toFloatArray()),
      Map.entry("shape", t -> t.weight.shape().toString().concat(t.weight.stride().toString())),
      Map.entry("copy", t -> Torch.noGrad(() -> t.weight.copy_(Torch.randn(OUT, IN)))),
      Map.entry("data", t -> t.weight.data(Torch.randn(OUT, IN))),
      Map.entry("dataOfOtherSize",
          t -> t.plain.data(Torch.randn(ThreadLocalRandom.current().nextInt(1, 9) * 1000L, 9))),
      Map.entry("sumOfPlain", t -> t.plain.sum().item()),
      Map.entry("arrayOfPlain", t -> t.plain.toFloatArray()),
      Map.entry("squeeze", t -> t.plain.unsqueeze_(0).squeeze_()),
      Map.entry("transpose", t -> t.plain.transpose_(0, -1)),
      Map.entry("addToPlain", t -> Torch.noGrad(() -> t.plain.add_(1))),
      Map.entry("forward", t -> t.net.call(t.input)),
      Map.entry("backward", t -> t.net.call(t.input).sum().backward()),
      Map.entry("backwardWithGraph", t -> t.net.call(t.input).sum().backward(o -> o.createGraph(true))),
      Map.entry("backwardOfShared", t -> t.root.backward(o -> o.retainGraph(true))),
      Map.entry("grads", t -> Autograd.grad(t.net.call(t.input).sum(), t.net.parameters(), o -> o.createGraph(true))),
      Map.entry("grad", Things::readGradients),
      Map.entry("setGrad", t -> t.weight.grad(Torch.randn(OUT, IN))),
      Map.entry("dataOfGrad", Things::replaceGradients),
      Map.entry("zeroGrad", t -> t.net.zeroGrad()),
      Map.entry("zeroGradWithZeros", t -> t.adam.zeroGrad(false)),
      Map.entry("sgd", t -> t.sgd.step()),
      Map.entry("adam", t -> t.adam.step()),
      Map.entry("train", Things::train),
      Map.entry("optimizerState", t -> t.adam.loadStateDict(t.adam.stateDict())),
      Map.entry("state", t -> t.net.loadStateDict(t.net.stateDict())),
      Map.entry("convert", Things::convert),
      Map.entry("deepCopy", t -> t.net.deepCopy()),
      Map.entry("requiresGrad", t -> t.weight.requiresGrad_(false).requiresGrad_(true)),
      Map.entry("inPlace", t -> t.node.mul_(1)),
      Map.entry("inPlaceOfView", t -> t.node.select(0, 0).mul_(1)),
      Map.entry("sumOfNode", t -> t.node.sum().backward(o -> o.retainGraph(true))),
      Map.entry("detach", t -> t.node.detach_()),
      Map.entry("attach", t -> t.node.add_(t.weight)),
      Map.entry("retainGrad", t -> t.node.retainGrad()),
      Map.entry("tensorHook", t -> t.weight.registerHook(g -> g.mul(1)).remove()),
      Map.entry("hookOfNode", t -> t.node.registerHook(g -> null).remove()),
      Map.entry("hookAfterAccumulation", t -> t.weight.registerPostAccumulateGradHook(p -> p.grad()).remove()),
      Map.entry("hookOfModule", t -> t.net.registerFullBackwardHook((m, in, out) -> null).remove()),
      Map.entry("close", Things::closeSpare),
      Map.entry("useSpare", t -> t.spare.add(t.spare)),
      Map.entry("seed", t -> t.generator.manualSeed(7)),
      Map.entry("generatorState", t -> t.generator.setState(t.generator.getState())),
      Map.entry("draw", t -> Torch.empty(1000).normal_(0, 1, t.generator)),
      Map.entry("collect", t -> System.gc())));

  private RaceAttack() {}

  private interface Operation {
    void on(Things things) throws Exception;
  }

  /** What the threads share. */
  private static final class Things {
    final Linear first = new Linear(IN, OUT);
    final Sequential net = new Sequential(first, new BatchNorm1d(OUT), new ReLU(), new Linear(OUT, 2));
    final Parameter weight = first.weight;
    final Tensor input = Torch.randn(5, IN);
    final Tensor plain = Torch.randn(4000, 9);
    final Tensor node = weight.mul(2);
    final Tensor root = weight.mul(3).tanh().sum();
    final SGD sgd = new SGD(net.parameters(), o -> o.lr(1e-6).momentum(0.9));
    final Adam adam = new Adam(net.parameters(), o -> o.lr(1e-6));
    final Generator generator = new Generator(1);
    volatile Tensor spare = Torch.randn(10);

    void readGradients() {
      for (Parameter parameter : net.parameters()) {
        Tensor grad = parameter.grad();
        if (grad != null) grad.sum().item();
      }
    }

    void replaceGradients() {
      Tensor grad = weight.grad();
      if (grad != null) grad.data(Torch.randn(OUT, IN));
    }

    void train() {
      try (var step = Scope.open()) {
        sgd.zeroGrad();
        net.call(input).sum().backward();
        sgd.step();
      }
    }

    void convert() {
      net.toDouble();
      net.toFloat();
    }

    void closeSpare() {
      Tensor old = spare;
      spare = Torch.randn(10);
      old.close();
    }
  }

  public static void main(String[] args) {
    Attack.run(args, RaceAttack::round);
  }

  private static void round(Attack attack) throws Exception {
    List<String> names = attack.arguments.isEmpty() ? List.copyOf(OPERATIONS.keySet()) : attack.arguments;
    String a = names.get(attack.arguments.isEmpty() ? attack.random.nextInt(names.size()) : 0);
    String b = names.get(attack.arguments.isEmpty() ? attack.random.nextInt(names.size()) : 1);
    boolean ownThings = attack.random.nextBoolean();
    System.out.println(a + " against " + b + (ownThings ? ", made by the first" : ""));
    Things things = ownThings ? null : new Things();
    race(a, b, things);
  }

  /** Without {@code things}, the first thread makes them, and the second takes them from it. */
  private static void race(String a, String b, @Nullable Things things) throws InterruptedException {
    Callable<Things> make = () -> things == null ? new Things() : things;
    var shared = new FutureTask<>(make);
    Attack.Action first = () -> {
      shared.run();
      OPERATIONS.get(a).on(shared.get());
    };
    Attack.Action second = () -> OPERATIONS.get(b).on(shared.get());
    Attack.together(MILLIS, first, second, first, second);
    assertThat(Torch.ones(3).to(DType.FLOAT64).sum().item()).isEqualTo(3);
  }
}
