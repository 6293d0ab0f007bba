package dev.jtorch.cli.train;

import dev.jtorch.nn.Parameter;
import dev.jtorch.optim.Adam;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SGD;
import java.util.List;
import java.util.Locale;

/** The optimizers that {@code --optimizer} knows. */
enum OptimizerChoice {
  ADAM(2e-3) {
    @Override Optimizer<?> build(List<Parameter> parameters, double lr) { return new Adam(parameters, o -> o.lr(lr)); }
  },
  SGD(5e-2) {
    @Override Optimizer<?> build(List<Parameter> parameters, double lr) {
      return new SGD(parameters, o -> o.lr(lr).momentum(0.9));
    }
  };

  private final double defaultLr;

  OptimizerChoice(double defaultLr) {
    this.defaultLr = defaultLr;
  }

  /** Makes the optimizer. */
  abstract Optimizer<?> build(List<Parameter> parameters, double lr);

  /** The learning rate where the user names none. */
  double defaultLr() { return defaultLr; }

  @Override public String toString() { return name().toLowerCase(Locale.ROOT); }
}
