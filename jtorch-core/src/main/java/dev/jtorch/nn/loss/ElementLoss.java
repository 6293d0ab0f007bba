package dev.jtorch.nn.loss;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.nn.functional.Reduction;
import java.util.function.UnaryOperator;

/** What the losses share that compare element with element: they are reduced in one of three ways, and have no state. */
public abstract class ElementLoss extends Loss {
  private final Options options;

  ElementLoss(UnaryOperator<Options> with) {
    options = configured(Options.DEFAULT, with);
  }

  /** {@return what becomes of the elements' losses} */
  public final Reduction reduction() {
    return options.reduction();
  }

  /**
   * What becomes of the elements' losses.
   *
   * @param reduction mean at first
   */
  public record Options(Reduction reduction) {
    static final Options DEFAULT = new Options(Reduction.MEAN);

    /** {@return these options with another reduction} */
    public Options reduction(Reduction how) {
      return new Options(how);
    }
  }
}
