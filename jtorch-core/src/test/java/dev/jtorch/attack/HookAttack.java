package dev.jtorch.attack;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Hooks that come, go, take themselves away and fail while other threads train the network they are on. */
final class HookAttack {
  private HookAttack() {}

  public static void main(String[] args) {
    Attack.run(args, HookAttack::round);
  }

  private static void round(Attack attack) throws InterruptedException {
    var net = new Sequential(new Linear(4, 16), new ReLU(), new Linear(16, 2));
    var sgd = new SGD(net.parameters(), o -> o.lr(1e-3));
    Attack.Action train = () -> {
      try (var step = Scope.open()) {
        sgd.zeroGrad();
        tolerant(() -> net.call(Torch.randn(3, 4)).sum().backward());
        sgd.step();
      }
    };
    Attack.Action hook = () -> hook(net);
    Attack.together(100 + attack.random.nextInt(400), train, hook, hook, train);
  }

  private static void tolerant(Runnable pass) {
    try {
      pass.run();
    } catch (Unwilling e) {
      // one of our hooks
    }
  }

  private static void hook(Sequential net) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    List<RemovableHandle> hooks = new ArrayList<>();
    for (Parameter parameter : net.parameters()) {
      switch (random.nextInt(4)) {
        case 0 -> hooks.add(parameter.registerHook(grad -> random.nextBoolean() ? null : grad.mul(1)));
        case 1 -> hooks.add(parameter.registerPostAccumulateGradHook(p -> unwillingAtTimes()));
        case 2 -> hooks.add(parameter.registerPostAccumulateGradHook(p -> p.grad(null)));
        default -> hooks.add(oneTime(parameter));
      }
    }
    hooks.add(net.registerForwardHook((module, in, out) -> out.mul(1)));
    hooks.add(net.registerFullBackwardHook((module, in, out) -> {
      unwillingAtTimes();
      return null;
    }));
    hooks.add(net.registerFullBackwardPreHook((module, out) -> null));
    if (random.nextBoolean()) Thread.yield();
    hooks.forEach(RemovableHandle::remove);
  }

  private static RemovableHandle oneTime(Parameter parameter) {
    var handle = new RemovableHandle[1];
    handle[0] = parameter.registerHook((Tensor grad) -> {
      if (handle[0] != null) handle[0].remove();
      return null;
    });
    return handle[0];
  }

  private static void unwillingAtTimes() {
    if (ThreadLocalRandom.current().nextInt(20) == 0) throw new Unwilling();
  }

  private static final class Unwilling extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
