package dev.jtorch.io;

import org.jspecify.annotations.Nullable;

/**
 * A checkpoint cannot be read or written: the message names the file, the place in it and what is wrong there.
 *
 * @since 0.1
 */
public class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_MESSAGE = 1000;

  /** An exception whose message is {@code message} made one printable line. */
  public CheckpointException(String message) {
    this(message, null);
  }

  /** An exception whose message is {@code message} made one printable line, with what led to it. */
  public CheckpointException(String message, @Nullable Throwable cause) {
    super(oneLine(message), cause);
  }

  // Parts of the message come from the file, and a hostile file must not be able to forge log lines.
  private static String oneLine(String message) {
    var line = new StringBuilder(Math.min(message.length(), LONGEST_MESSAGE));
    message.codePoints().limit(LONGEST_MESSAGE).forEach(c -> line.appendCodePoint(printable(c) ? c : '?'));
    return line.toString();
  }

  private static boolean printable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
