package dev.jtorch.internal.text;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The options that apply to every tensor printed in this process; safe to read and change from any thread.
 *
 * <p>Differs from PyTorch: {@code torch.set_printoptions} forgets an earlier {@code sci_mode} whenever it is called
 * without one; here only what is named changes.
 *
 * @since 0.1
 */
public final class PrintDefaults {
  private static volatile PrintSettings current = PrintSettings.defaultProfile();

  private PrintDefaults() {}

  /** {@return the options in force} */
  public static PrintSettings get() {
    return current;
  }

  /** Replaces the options in force; returns those before, so that a caller can put them back. */
  public static synchronized PrintSettings set(PrintSettings options) {
    PrintSettings before = current;
    current = Objects.requireNonNull(options, "options");
    return before;
  }

  /** Changes the options in force in one step, for example {@code update(o -> o.precision(2))}. */
  public static synchronized PrintSettings update(UnaryOperator<PrintSettings> change) {
    PrintSettings changed = Objects.requireNonNull(change.apply(current), "options");
    current = changed;
    return changed;
  }
}
