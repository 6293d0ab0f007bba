package dev.jtorch.internal;

/** Finds the line that matters in what TorchScript's compiler and interpreter say; the whole text stays in the cause. */
final class ScriptErrors {
  private static final String INTERPRETER = "The following operation failed in the TorchScript interpreter.";

  private ScriptErrors() {}

  static RuntimeException translate(String who, RuntimeException e) {
    String text = e.getMessage();
    if (e.getClass() != RuntimeException.class || text == null || !text.contains(INTERPRETER)) {
      return NativeErrors.translate(who, e);
    }
    HookFailures.rethrow(e);
    return NativeErrors.failed(who, who + ": " + lastLine(text), e);
  }

  /** The traceback of the script comes first, as in Python, and what went wrong stands under it. */
  private static String lastLine(String text) {
    String line = "";
    for (String each : text.substring(text.indexOf(INTERPRETER)).split("\\R")) {
      if (each.startsWith("Exception raised from ") || each.startsWith("frame #")) break;
      if (!each.isBlank()) line = each.strip();
    }
    return line.replaceFirst("^RuntimeError: ", "");
  }
}
