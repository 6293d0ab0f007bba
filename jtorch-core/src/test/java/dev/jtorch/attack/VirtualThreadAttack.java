package dev.jtorch.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Hundreds of virtual threads that train, change modes and change carriers, from JDK 21 on. */
final class VirtualThreadAttack {
  private static final int THREADS = 200;
  private static final Sequential SHARED = new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 2));

  private VirtualThreadAttack() {}

  public static void main(String[] args) {
    Attack.run(args, VirtualThreadAttack::round);
  }

  private static void round(Attack attack) throws Exception {
    var executor = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int kind = attack.random.nextInt(4);
      tasks.add(executor.submit(() -> task(kind)));
    }
    for (Future<?> task : tasks) task.get(1, TimeUnit.MINUTES);
    executor.shutdown();
  }

  private static Object task(int kind) throws InterruptedException {
    switch (kind) {
      case 0 -> modes();
      case 1 -> training();
      case 2 -> sharedBackward();
      default -> scopes();
    }
    return kind;
  }

  /** Lets the thread go on with another carrier, perhaps. */
  private static void elsewhere() throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextInt(3));
  }

  private static void modes() throws InterruptedException {
    Tensor x = Torch.ones(3).requiresGrad_();
    try (var quiet = Torch.noGrad()) {
      elsewhere();
      assertThat(x.mul(2).requiresGrad()).isFalse();
      Torch.setDefaultDtype(DType.FLOAT64);
      elsewhere();
      assertThat(Torch.ones(1).dtype()).isEqualTo(DType.FLOAT64);
    }
    elsewhere();
    assertThat(x.mul(2).requiresGrad()).isTrue();
  }

  private static void training() throws InterruptedException {
    var net = new Linear(3, 1);
    var sgd = new SGD(net.parameters(), o -> o.lr(0.1));
    for (int step = 0; step < 5; step++) {
      try (var scope = Scope.open()) {
        sgd.zeroGrad();
        Tensor loss = net.call(Torch.ones(2, 3)).sum();
        elsewhere();
        loss.registerHook(grad -> grad.mul(1));
        loss.backward();
        elsewhere();
        assertThat(net.weight.grad().toFloatArray()).containsExactly(2, 2, 2);
        sgd.step();
      }
    }
  }

  private static void sharedBackward() throws InterruptedException {
    Tensor out = SHARED.call(Torch.randn(3, 4));
    elsewhere();
    Attack.attempt(() -> out.sum().backward());
    Attack.attempt(SHARED::zeroGrad);
  }

  private static void scopes() throws InterruptedException {
    Tensor inside;
    try (var scope = Scope.open()) {
      inside = Torch.randn(100);
      elsewhere();
      assertThat(inside.add(1).numel()).isEqualTo(100);
      elsewhere();
    }
    assertThat(inside.isReleased()).isTrue();
  }
}
