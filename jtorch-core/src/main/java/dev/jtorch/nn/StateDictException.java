package dev.jtorch.nn;

import dev.jtorch.TorchException;
import dev.jtorch.internal.text.EditDistance;
import java.util.ArrayList;
import java.util.List;

/**
 * A state does not fit a module: keys are missing or unexpected, or shapes differ.
 *
 * <p>The message is one line: the likely cause, if there is one, then each kind of problem with its number and its first ten
 * keys. The lists hold all of them.
 */
public class StateDictException extends TorchException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 10;
  private static final int LONGEST_SHOWN = 200;
  /** Beyond so many keys, something else is wrong than a key's spelling. */
  private static final int MOST_COMPARED = 50;
  private static final int MOST_TYPOS = 2;

  private final String[] missingKeys;
  private final String[] unexpectedKeys;
  private final String[] sizeMismatches;
  private final String[] errors;

  /** A state that is refused before its keys are compared. */
  public StateDictException(String message) {
    this(message, List.of(), List.of(), List.of(), List.of());
  }

  private StateDictException(String message, List<String> missingKeys, List<String> unexpectedKeys,
      List<String> sizeMismatches, List<String> errors) {
    super(message);
    this.missingKeys = missingKeys.toArray(String[]::new);
    this.unexpectedKeys = unexpectedKeys.toArray(String[]::new);
    this.sizeMismatches = sizeMismatches.toArray(String[]::new);
    this.errors = errors.toArray(String[]::new);
  }

  /** An exception about all problems of one load, with a hint at their cause, which may be empty. */
  static StateDictException of(String who, String hint, List<String> missingKeys, List<String> unexpectedKeys,
      List<String> sizeMismatches, List<String> errors) {
    var parts = new ArrayList<String>();
    if (!hint.isEmpty()) parts.add(hint);
    if (!missingKeys.isEmpty()) parts.add(counted(missingKeys, "missing key", "s"));
    if (!unexpectedKeys.isEmpty()) parts.add(counted(unexpectedKeys, "unexpected key", "s"));
    if (!sizeMismatches.isEmpty()) parts.add(counted(sizeMismatches, "size mismatch", "es"));
    if (!errors.isEmpty()) parts.add(first(errors, "; "));
    return new StateDictException(who + ": " + String.join("; ", parts), missingKeys, unexpectedKeys, sizeMismatches,
        errors);
  }

  /** The likely cause of the problems and its remedy, or nothing. */
  static String hint(List<String> missing, List<String> unexpected) {
    if (unexpected.isEmpty() || missing.isEmpty()) return "";
    if (unexpected.stream().allMatch(k -> k.startsWith("module."))) {
      return "the keys come from DataParallel, use state.stripPrefix(\"module.\")";
    }
    String longer = prefix(unexpected, missing.get(0));
    if (!longer.isEmpty())
      return "the keys have a prefix, use state.stripPrefix(\"" + printable(longer) + "\")";
    String lacking = prefix(missing, unexpected.get(0));
    if (!lacking.isEmpty()) {
      return "the keys lack a prefix, use state.renameKeys(key -> \"" + lacking + "\" + key)";
    }
    return similar(missing, unexpected);
  }

  /** What one of the keys has before another key; empty where none ends in it. */
  private static String prefix(List<String> keys, String end) {
    for (String key : keys) {
      if (key.endsWith("." + end)) return key.substring(0, key.length() - end.length());
    }
    return "";
  }

  private static String similar(List<String> missing, List<String> unexpected) {
    for (String wrong : unexpected.subList(0, Math.min(MOST_COMPARED, unexpected.size()))) {
      for (String right : missing.subList(0, Math.min(MOST_COMPARED, missing.size()))) {
        if (EditDistance.between(wrong, right) <= MOST_TYPOS) {
          return "is '" + printable(wrong) + "' meant to be '" + right + "'?";
        }
      }
    }
    return "";
  }

  /** {@return the keys of the module that the state does not have} */
  public List<String> missingKeys() {
    return List.of(missingKeys);
  }

  /** {@return the keys of the state that the module does not have} */
  public List<String> unexpectedKeys() {
    return List.of(unexpectedKeys);
  }

  /** {@return the keys whose shapes differ, each with both shapes: {@code fc.weight is (10, 4) in the state, (2, 4) here}} */
  public List<String> sizeMismatches() {
    return List.of(sizeMismatches);
  }

  /** {@return what hooks that run before a load have reported} */
  public List<String> errors() {
    return List.of(errors);
  }

  private static String counted(List<String> keys, String what, String plural) {
    return keys.size() + " " + what + (keys.size() == 1 ? "" : plural) + ": " + first(keys, ", ");
  }

  private static String first(List<String> texts, String separator) {
    String shown =
        String.join(separator, texts.stream().limit(MOST_SHOWN).map(StateDictException::printable).toList());
    return texts.size() <= MOST_SHOWN ? shown : shown + " and " + (texts.size() - MOST_SHOWN) + " more";
  }

  /** A text from a file, which must not be able to forge lines of a log or to flood it. */
  static String printable(String text) {
    String line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "..";
  }
}
