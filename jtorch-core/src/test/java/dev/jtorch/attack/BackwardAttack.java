package dev.jtorch.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Autograd;
import dev.jtorch.autograd.Function;
import dev.jtorch.autograd.FunctionContext;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Backward functions and hooks that return nonsense, fail, or begin backward passes of their own. */
final class BackwardAttack {
  private static final int DEEPEST = 40;

  private BackwardAttack() {}

  public static void main(String[] args) {
    Attack.run(args, BackwardAttack::round);
  }

  private static void round(Attack attack) {
    Tensor x = Torch.randn(3, 4).requiresGrad_();
    Tensor y = x.mul(2);
    SplittableRandom random = attack.random.split();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Tensor before = y;
      if (random.nextBoolean()) Attack.attempt(() -> before.registerHook(grad -> nonsense(grad, before, random, 0)));
      var next = new Hostile(random);
      Tensor[] result = {before};
      Attack.attempt(() -> result[0] = next.apply(before, random.nextBoolean() ? Torch.ones(2) : null));
      y = result[0];
    }
    Tensor root = y.sum();
    if (random.nextBoolean()) Attack.attempt(() -> x.registerPostAccumulateGradHook(p -> p.grad(null)));
    for (int pass = 0; pass < 2; pass++) {
      boolean createGraph = random.nextBoolean();
      boolean retain = random.nextBoolean();
      Attack.attempt(() -> tolerant(() -> root.backward(o -> o.createGraph(createGraph).retainGraph(retain))));
      Attack.attempt(() -> tolerant(() -> Autograd.grad(root, List.of(x), o -> o.allowUnused(true))));
    }
    Tensor good = Torch.ones(2).requiresGrad_();
    good.mul(5).sum().backward();
    assertThat(good.grad().toFloatArray()).containsExactly(5, 5);
  }

  /** What a hook or step throws itself comes out as it is. */
  private static void tolerant(Runnable pass) {
    try {
      pass.run();
    } catch (Thrown | StackOverflowError | ThrownError e) {
      // ours
    }
  }

  private static @Nullable Tensor nonsense(Tensor grad, Tensor through, SplittableRandom random, int depth) {
    switch (random.nextInt(14)) {
      case 0 :
        return Torch.ones(7);
      case 1 :
        return grad.to(DType.FLOAT64);
      case 2 :
        return Torch.zeros(3, 4).to(DType.INT64);
      case 3 :
        Tensor released = grad.mul(1);
        released.close();
        return released;
      case 4 :
        throw new Thrown();
      case 5 :
        throw new ThrownError();
      case 6 :
        Attack.attempt(() -> tolerant(() -> through.sum().backward(o -> o.retainGraph(true))));
        return null;
      case 7 :
        grad.close();
        return null;
      case 8 :
        return Torch.empty(new long[] {3, 4}, o -> o.device(Device.of("meta")));
      case 9 :
        return depth < DEEPEST ? nonsense(grad, through, random, depth + 1) : recursion(grad);
      case 10 :
        return grad.expand(2, 3, 4);
      case 11 :
        return grad.detach().unsqueeze_(0);
      default :
        return random.nextBoolean() ? grad : null;
    }
  }

  private static Tensor recursion(Tensor grad) { return recursion(grad.mul(1)); }

  private static final class Hostile extends Function {
    private final SplittableRandom random;

    Hostile(SplittableRandom random) {
      this.random = random;
    }

    @Override protected Tensor forward(FunctionContext ctx, @Nullable Tensor... inputs) {
      ctx.setMaterializeGrads(random.nextBoolean());
      if (random.nextInt(4) == 0) ctx.markDirty(inputs[0]);
      if (random.nextInt(4) == 0) ctx.saveForBackward(inputs[0], null, Torch.ones(1));
      return random.nextInt(6) == 0 ? inputs[0] : inputs[0].mul(3);
    }

    @SuppressWarnings("NullAway") // on purpose
    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, @Nullable Tensor... gradOutputs) {
      Tensor grad = gradOutputs[0] == null ? Torch.ones(3, 4) : gradOutputs[0];
      if (random.nextInt(4) == 0) ctx.savedTensors();
      switch (random.nextInt(6)) {
        case 0 :
          return null;
        case 1 :
          return new Tensor[0];
        case 2 :
          return new @Nullable Tensor[] {null, null};
        case 3 :
          return new @Nullable Tensor[] {grad, grad, grad, null};
        default :
          return new @Nullable Tensor[] {nonsense(grad, grad, random, 0), null};
      }
    }
  }

  private static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final class ThrownError extends Error {
    private static final long serialVersionUID = 1;
  }
}
