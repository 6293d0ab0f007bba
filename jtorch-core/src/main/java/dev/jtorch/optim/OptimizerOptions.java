package dev.jtorch.optim;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may differ from one parameter group to the next: an immutable record with a modifier for each component.
 *
 * @param <O> the record itself
 */
public interface OptimizerOptions<O extends OptimizerOptions<O>> {
  /** {@return the learning rate} */
  double lr();

  /** {@return the same options with another learning rate} */
  O lr(double lr);

  /**
   * The same options, if they make sense.
   *
   * @param who the optimizer that the error names
   * @throws dev.jtorch.TorchException if a value is out of range
   */
  O checked(String who);

  /** {@return the options under Python's keys and in Python's order, without the parameters} */
  Map<String, @Nullable Object> toMap();

  /**
   * The options of a saved parameter group.
   *
   * @throws dev.jtorch.TorchException if one is missing or of another kind
   */
  O read(SavedValues saved);
}
