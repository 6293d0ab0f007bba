package dev.jtorch.attack;

import dev.jtorch.Generator;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.linear.Linear;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Tensors that some threads use while others close them, end their scopes, or drop and collect them. */
final class ClosingAttack {
  private static final int TENSORS = 16;

  private ClosingAttack() {}

  public static void main(String[] args) {
    Attack.run(args, ClosingAttack::round);
  }

  private static void round(Attack attack) throws InterruptedException {
    var shared = new AtomicReferenceArray<Tensor>(TENSORS);
    for (int i = 0; i < TENSORS; i++) shared.set(i, Torch.randn(8, 8));
    var layer = new Linear(8, 8);
    Attack.Action use = () -> {
      Tensor a = any(shared);
      layer.call(a.add(any(shared))).sum().backward();
      a.toFloatArray();
    };
    Attack.Action makeInScope = () -> {
      try (var scope = Scope.open()) {
        for (int i = 0; i < 5; i++) put(shared, Torch.randn(8, 8));
        any(shared).mul(2);
        Torch.cat(List.of(any(shared), any(shared)), 0).toString();
      }
    };
    Attack.Action close = () -> {
      Tensor old = any(shared);
      put(shared, Torch.randn(8, 8).requiresGrad_());
      old.close();
    };
    Attack.Action closeScopeOfAnother = () -> {
      try (var scope = Scope.open()) {
        var thread = new Thread(() -> Attack.attempt(scope::close));
        thread.start();
        any(shared).keep();
        thread.join();
      }
    };
    Attack.Action collect = () -> {
      any(shared).normal_(0, 1, new Generator(1));
      put(shared, Torch.randn(64).view(8, 8));
      if (ThreadLocalRandom.current().nextInt(50) == 0) System.gc();
    };
    Attack.together(200 + attack.random.nextInt(400), use, makeInScope, close, closeScopeOfAnother, collect, use);
  }

  private static Tensor any(AtomicReferenceArray<Tensor> tensors) {
    return tensors.get(ThreadLocalRandom.current().nextInt(TENSORS));
  }

  private static void put(AtomicReferenceArray<Tensor> tensors, Tensor tensor) {
    tensors.set(ThreadLocalRandom.current().nextInt(TENSORS), tensor);
  }
}
