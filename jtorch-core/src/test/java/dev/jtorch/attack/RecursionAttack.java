package dev.jtorch.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Function;
import dev.jtorch.autograd.FunctionContext;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.functional.F;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recursion until the stack ends, wherever in JTorch it then is; afterwards the thread must be as good as before. */
final class RecursionAttack {
  private static final List<Descent> DESCENTS = List.of(
      new Descent("scopes", RecursionAttack::scopes),
      new Descent("modes", RecursionAttack::modes),
      new Descent("functions", x -> new Deeper().apply(x)),
      new Descent("modules", x -> new Nested().call(x)),
      new Descent("backward", RecursionAttack::backward),
      new Descent("hooks", RecursionAttack::hooks),
      new Descent("operators", RecursionAttack::operators),
      new Descent("words", RecursionAttack::words),
      new Descent("failures", x -> failures(x, 0)));

  private RecursionAttack() {}

  private interface Step {
    void down(Tensor x);
  }

  private record Descent(String name, Step step) {}

  public static void main(String[] args) {
    Attack.run(args, RecursionAttack::round);
  }

  private static void round(Attack attack) throws InterruptedException {
    Descent descent = DESCENTS.get(attack.random.nextInt(DESCENTS.size()));
    int stack = 256 + attack.random.nextInt(1024);
    int before = attack.random.nextInt(200);
    System.out.println(descent.name + " on " + stack + " kB, " + before + " frames down");
    var thread = new Thread(null, () -> {
      try {
        frames(before, descent.step);
      } catch (Throwable e) {
        Attack.fail(e);
      }
    }, "attack-recursion", stack * 1024L);
    thread.setDaemon(true);
    thread.start();
    Attack.join(thread);
  }

  /** Lets the stack end in another place each time. */
  private static void frames(int more, Step step) {
    if (more > 0) {
      frames(more - 1, step);
      return;
    }
    Tensor x = Torch.ones(4).requiresGrad_();
    try {
      step.down(x);
    } catch (StackOverflowError e) {
      // which is what was to happen
    } catch (RuntimeException e) {
      Attack.judge(e);
    }
    try (var scope = Scope.open()) {
      Tensor y = x.detach().requiresGrad_();
      y.mul(3).sum().backward();
      assertThat(y.grad().toFloatArray()).containsExactly(3, 3, 3, 3);
    }
    assertThat(Torch.isGradEnabled()).isTrue();
  }

  private static void scopes(Tensor x) {
    try (var scope = Scope.open()) {
      scopes(x.add(1));
    }
  }

  private static void modes(Tensor x) {
    try (var quiet = Torch.noGrad()) {
      Torch.enableGrad(() -> modes(x));
    }
  }

  private static void backward(Tensor x) {
    Tensor y = x.mul(2);
    y.registerHook(grad -> {
      backward(x);
      return null;
    });
    y.sum().backward();
  }

  private static void hooks(Tensor x) {
    Tensor y = x.mul(1);
    try (var hook = y.registerHook(grad -> grad)) {
      hooks(y);
    }
  }

  private static void operators(Tensor x) { operators(F.softmax(x.add(1).matmul(Torch.ones(4, 4)), 0)); }

  private static void words(Tensor x) {
    F.interpolate(x.reshape(1, 2, 2).unsqueeze(0), o -> o.scaleFactor(2));
    Torch.einsum("i,i->", x, x);
    words(x);
  }

  /** An error of LibTorch's takes milliseconds, so that not each frame can afford one. */
  private static void failures(Tensor x, int depth) {
    if (depth % 100 == 0) {
      try {
        x.add(Torch.ones(5));
      } catch (IllegalArgumentException e) {
        failures(x, depth + 1);
      }
    } else failures(x, depth + 1);
  }

  private static final class Deeper extends Function {
    @Override protected Tensor forward(FunctionContext ctx, @Nullable Tensor... inputs) {
      try (var recording = Torch.enableGrad()) {
        return new Deeper().apply(inputs[0].mul(2));
      }
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, @Nullable Tensor... gradOutputs) {
      return gradOutputs;
    }
  }

  private static final class Nested extends Layer {
    @Override protected Tensor forward(Tensor x) { return call(x.mul(2)); }
  }
}
