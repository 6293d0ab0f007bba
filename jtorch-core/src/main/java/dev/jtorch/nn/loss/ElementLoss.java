package dev.jtorch.nn.loss;

import dev.jtorch.FluentOptions;
import static dev.jtorch.internal.Arguments.configured;
import dev.jtorch.nn.functional.Reduction;
import java.util.function.UnaryOperator;

/** What the losses share that compare element with element: they are reduced in one of three ways, and have no state. */
public abstract class ElementLoss extends Loss {
  private final Options options;

  ElementLoss(UnaryOperator<Options> with) {
    options = configured(new Options(), with);
  }

  /** {@return what becomes of the elements' losses} */
  public final Reduction reduction() {
    return options.reduction();
  }

  /** What becomes of the elements' losses. */
  public static final class Options extends FluentOptions<Options> {
    private Reduction reduction = Reduction.MEAN;

    /** Default mean. */
    public Options reduction(Reduction reduction) { return with(o -> o.reduction = reduction); }

    public Reduction reduction() { return reduction; }
  }
}
