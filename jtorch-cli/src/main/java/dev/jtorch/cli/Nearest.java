package dev.jtorch.cli;

import dev.jtorch.internal.text.EditDistance;
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

  /** The number of letters to insert, drop or replace, ignoring case. */
  static int distance(String word, String other) {
    return EditDistance.between(word.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }
}
