package dev.jtorch;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The root of JTorch's exceptions, and what a failing native operator throws when no subclass fits better.
 *
 * <p>The message is one line. For a native failure it is the first line of LibTorch's message, and the cause holds the
 * rest: the line of C++ that raised it, and with the environment variable {@code TORCH_SHOW_CPP_STACKTRACES=1}, as in Python, or
 * with {@code -Djtorch.debug=true} also the calls of C++ that led there. Looking them up takes tens of milliseconds. Once the exception leaves a module's {@code call}, the message starts with the module's path, as in
 * {@code in layer1.0.conv1 (Conv2d): ..}.
 */
public class TorchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Supplier<String> place;

  public TorchException(String message) {
    super(message);
  }

  public TorchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Says where the error happened; outer callers know more and replace what inner ones said.
   *
   * @param where the text to put before the message, asked for when the message is read
   */
  public final void place(Supplier<String> where) { place = where; }

  /** {@return what was last said about where the error happened; null where nothing was} */
  public final @Nullable Supplier<String> place() {
    return place;
  }

  @Override public String getMessage() {
    Supplier<String> where = place;
    String message = String.valueOf(super.getMessage());
    return where == null ? message : where.get() + ": " + message;
  }
}
