package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.ScenarioLog;
import java.util.List;

/** The modules of the scenarios in {@code goldens/hooks/make.py}. */
final class HookedNets {
  private HookedNets() {}

  static Tensor ones() { return Torch.ones(2).requiresGrad_(); }

  /** Scales by a parameter. */
  static class Scale extends Layer {
    public Parameter weight;

    Scale(double factor) {
      weight = new Parameter(Torch.tensor((float) factor));
    }

    @Override protected Tensor forward(Tensor x) { return x.mul(weight); }
  }

  /** Logs its own work. */
  static final class LoggingScale extends Scale {
    private final ScenarioLog log;

    LoggingScale(double factor, ScenarioLog log) {
      super(factor);
      this.log = log;
    }

    @Override protected Tensor forward(Tensor x) {
      log.add("forward");
      return super.forward(x);
    }
  }

  /** A module in a module. */
  static final class Outer extends Layer {
    public Scale inner = new Scale(2);

    @Override protected Tensor forward(Tensor x) { return inner.call(x).mul(3); }
  }

  /** Two tensors, in or out. */
  record Two(Tensor a, Tensor b) {}

  /** Two tensors in, two out. */
  static final class Pair extends Model<Two, Two> {
    @Override protected Two forward(Two in) { return new Two(in.a.mul(2), in.b.mul(3)); }
  }

  /** Three outputs, the last of which has no gradient. */
  static final class Parts extends Model<Tensor, List<Tensor>> {
    @Override protected List<Tensor> forward(Tensor x) { return List.of(x.mul(2), x.mul(3), x.gt(0)); }
  }

  /** Two outputs with a parameter each. */
  static final class Branches extends Model<Tensor, Two> {
    public Scale a = new Scale(2);
    public Scale b = new Scale(3);

    @Override protected Two forward(Tensor x) { return new Two(a.call(x), b.call(x)); }
  }
}
