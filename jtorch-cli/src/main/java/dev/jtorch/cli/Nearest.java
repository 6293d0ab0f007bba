package dev.jtorch.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known word that a mistyped one was meant to be. */
final class Nearest {
  private Nearest() {}

  /** {@code "; did you mean --epochs?"}, or nothing when no known word is near. */
  static String hint(String word, Collection<String> known) {
    int tolerated = Math.max(2, word.length() / 3);
    return known.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(best -> distance(word, best) <= tolerated).map(best -> "; did you mean " + best + "?").orElse("");
  }

  /** The number of letters to insert, drop or replace (Levenshtein), where case does not count. */
  static int distance(String word, String other) {
    String a = word.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
