package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.internal.ClassNames;
import java.util.List;
import java.util.Map;

/** Guesses why a state does not fit: the usual reasons, each with its remedy. */
final class StateHints {
  /** Beyond so many keys, something else is wrong than a key's spelling. */
  private static final int MOST_COMPARED = 50;
  private static final int MOST_TYPOS = 2;

  private StateHints() {}

  /**
   * Refuses the map around a state, as training scripts save it, which Java's types cannot tell from a state where it was
   * cast.
   */
  static void refuseNested(String who, Map<String, ?> state) {
    for (Map.Entry<String, ?> entry : state.entrySet()) {
      Object value = entry.getValue();
      if (value instanceof Tensor) continue;
      String what = value == null ? "null" : "a " + ClassNames.of(value.getClass());
      throw new StateDictException(
          who + ": entry '" + StateDictException.printable(entry.getKey()) + "' of the state is " + what
              + " (expected: a Tensor)" + nested(state));
    }
  }

  private static String nested(Map<String, ?> state) {
    for (Map.Entry<String, ?> entry : state.entrySet()) {
      if (entry.getValue() instanceof Map<?, ?> inner && !inner.isEmpty()
          && inner.values().stream().allMatch(Tensor.class::isInstance)) {
        return "; the map is a checkpoint around the state, use checkpoint.stateDict(\""
            + StateDictException.printable(entry.getKey()) + "\")";
      }
    }
    return "";
  }

  /** The likely cause of the problems and its remedy, or nothing. */
  static String of(List<String> missing, List<String> unexpected) {
    if (unexpected.isEmpty() || missing.isEmpty()) return "";
    if (unexpected.stream().allMatch(k -> k.startsWith("module."))) {
      return "the keys come from DataParallel, use state.stripPrefix(\"module.\")";
    }
    String longer = prefix(unexpected, missing.get(0));
    if (!longer.isEmpty())
      return "the keys have a prefix, use state.stripPrefix(\"" + StateDictException.printable(longer) + "\")";
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
        if (typos(wrong, right) <= MOST_TYPOS) {
          return "is '" + StateDictException.printable(wrong) + "' meant to be '" + right + "'?";
        }
      }
    }
    return "";
  }

  /** By how many letters put in, left out or changed two texts differ (Levenshtein 1966). */
  private static int typos(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
