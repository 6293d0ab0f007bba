package dev.jtorch.nn;

import org.jspecify.annotations.Nullable;

/**
 * Runs before a module's {@code forward}.
 *
 * @param <I> the module's input
 */
@FunctionalInterface
public interface ForwardPreHook<I> {
  /** Sees the input; what it returns takes the input's place, null keeps it. */
  @Nullable I run(Model<I, ?> module, I input);
}
