package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import org.jspecify.annotations.Nullable;

/** Small modules for the tests of the tree, without any real layer. */
final class TestNets {
  private TestNets() {}

  /** A weight and a bias, as a linear layer has them. */
  static class Affine extends Layer {
    public Parameter weight = new Parameter(Torch.ones(2, 2));
    public @Nullable Parameter bias = new Parameter(Torch.zeros(2));

    @Override protected Tensor forward(Tensor x) { return x.mul(weight.sum()); }

    @Override protected String extraRepr() { return "2, 2"; }
  }

  /** Statistics of every kind of buffer. */
  static class Stats extends Layer {
    public Buffer runningMean = new Buffer(Torch.zeros(2));
    public Buffer numBatchesTracked = new Buffer(Torch.tensor(0L));
    public Buffer scratch = Buffer.nonPersistent(Torch.ones(1));

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  /** Children by field: {@code b} is declared after {@code c}, and {@code shared} is {@code c} again. */
  static class Net extends Layer {
    public Affine c = new Affine();
    public @Nullable Layer b = new Stats();
    public Layer shared = c;
    public @Nullable Layer nothing;

    @Override protected Tensor forward(Tensor x) { return c.call(x); }
  }

  /** A plain module whose children have run-time names. */
  static class Bag extends Module {
    Bag with(String name, @Nullable Module module) {
      registerModule(name, module);
      return this;
    }
  }
}
