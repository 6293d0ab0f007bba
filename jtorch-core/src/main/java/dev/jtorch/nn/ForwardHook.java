package dev.jtorch.nn;

import org.jspecify.annotations.Nullable;

/**
 * Runs after a module's {@code forward}.
 *
 * @param <I> the module's input
 * @param <O> the module's output
 */
@FunctionalInterface
public interface ForwardHook<I, O> {
  /**
   * Sees input and output; what it returns takes the output's place, null keeps it.
   *
   * @param output null only for a hook that is always called, where {@code forward} threw
   */
  @Nullable O run(Model<I, O> module, I input, @Nullable O output);
}
