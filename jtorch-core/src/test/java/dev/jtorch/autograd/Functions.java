package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import org.jspecify.annotations.Nullable;

/** The functions of the scenarios in {@code goldens/functions/make.py}. */
final class Functions {
  private Functions() {}

  static Tensor ones() { return Torch.ones(2).requiresGrad_(); }

  /** Its gradient needs the input. */
  static class Cube extends Function {
    @Override protected Tensor forward(FunctionContext ctx, Tensor... in) {
      ctx.saveForBackward(in[0]);
      return in[0].pow(3);
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... g) {
      Tensor x = ctx.savedTensor(0);
      return new Tensor[] {g[0].mul(3).mul(x).mul(x)};
    }
  }

  /** Its gradient needs the output. */
  static final class Exp extends Function {
    @Override protected Tensor forward(FunctionContext ctx, Tensor... in) {
      Tensor y = in[0].exp();
      ctx.saveForBackward(y);
      return y;
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... g) {
      return new Tensor[] {g[0].mul(ctx.savedTensor(0))};
    }
  }

  /** Its gradient needs what is neither. */
  static final class Between extends Function {
    @Override protected Tensor forward(FunctionContext ctx, Tensor... in) {
      Tensor t = in[0].mul(in[0]);
      ctx.saveForBackward(t, null);
      return t.mul(in[0]);
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... g) {
      Tensor t = ctx.savedTensors().get(0);
      return new Tensor[] {g[0].mul(3).mul(t)};
    }
  }

  /** A product and a sum. */
  static final class Two extends MultiFunction {
    @Override protected Tensor[] forward(FunctionContext ctx, Tensor... in) {
      ctx.saveForBackward(in);
      return new Tensor[] {in[0].mul(in[1]), in[0].add(in[1])};
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... g) {
      return new Tensor[] {g[0].mul(ctx.savedTensor(1)).add(g[1]), g[0].mul(ctx.savedTensor(0)).add(g[1])};
    }
  }

  /** What a {@link Custom} computes. */
  interface Forward {
    Tensor run(FunctionContext ctx, Tensor[] inputs);
  }

  /** What a {@link Custom} computes for several outputs. */
  interface MultiForward {
    Tensor[] run(FunctionContext ctx, Tensor[] inputs);
  }

  /** How a {@link Custom} goes back. */
  interface Backward {
    @Nullable Tensor[] run(FunctionContext ctx, @Nullable Tensor[] grads);
  }

  /** How a {@link Custom} of one input and output goes back. */
  interface SimpleBackward {
    @Nullable Tensor run(Tensor grad);
  }

  /** A function of one output out of lambdas. */
  static class Custom extends Function {
    private final Forward forward;
    private final Backward backward;

    Custom(Forward forward, Backward backward) {
      this.forward = forward;
      this.backward = backward;
    }

    static Custom of(Forward forward, SimpleBackward backward) {
      return new Custom(forward, (ctx, g) -> new Tensor[] {backward.run(g[0])});
    }

    @Override protected Tensor forward(FunctionContext ctx, Tensor... inputs) { return forward.run(ctx, inputs); }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, @Nullable Tensor... grads) {
      return backward.run(ctx, grads);
    }
  }

  /** The same under another name. */
  static final class Bad extends Custom {
    Bad(Forward forward, Backward backward) {
      super(forward, backward);
    }
  }

  /** A function of several outputs out of lambdas. */
  static final class MultiCustom extends MultiFunction {
    private final MultiForward forward;
    private final Backward backward;

    MultiCustom(MultiForward forward, Backward backward) {
      this.forward = forward;
      this.backward = backward;
    }

    @Override protected Tensor[] forward(FunctionContext ctx, Tensor... inputs) { return forward.run(ctx, inputs); }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, @Nullable Tensor... grads) {
      return backward.run(ctx, grads);
    }
  }
}
