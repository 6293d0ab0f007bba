package dev.jtorch.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known word that a mistyped one was meant to be. */
final class Nearest {
  private Nearest() {}

  /** {@code "; did you mean --epochs?"}, or nothing when no known word is near. */
  static String hint(String word, Collection<String> known) {
    List<String> nearest = nearest(word, known, 1);
    return nearest.isEmpty() ? "" : "; did you mean " + nearest.get(0) + "?";
  }

  /** {@return the known words that are near, the nearest first} */
  static List<String> nearest(String word, Collection<String> known, int most) {
    int tolerated = Math.max(2, word.length() / 3);
    return known.stream().filter(candidate -> distance(word, candidate) <= tolerated)
        .sorted(Comparator.comparingInt(candidate -> distance(word, candidate))).limit(most).toList();
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
