package dev.jtorch.nn.loss;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.nn.functional.Reduction;
import java.util.function.UnaryOperator;

/** What the losses share that compare element with element: they are reduced in one of three ways, and have no state. */
public abstract class ElementLoss extends Loss {
  private final Options options;

  ElementLoss(UnaryOperator<Options> with) {
    options = configured(new Options(), with);
  }

  /** {@return how the losses of the elements are reduced} */
  public final Reduction reduction() {
    return options.reduction();
  }

  /** The options of a loss. */
  public static final class Options extends FluentOptions<Options> {
    private Reduction reduction = Reduction.MEAN;

    /** How the losses of the elements are reduced; default {@link Reduction#MEAN}. */
    public Options reduction(Reduction reduction) {
      return with(o -> o.reduction = reduction);
    }

    public Reduction reduction() { return reduction; }
  }
}
