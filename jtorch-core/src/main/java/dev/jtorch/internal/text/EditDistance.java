package dev.jtorch.internal.text;

/** How far apart two words are, for hints at what a mistyped one was meant to be. */
public final class EditDistance {
  private EditDistance() {}

  /** {@return the smallest number of letters to insert, drop or replace that turns one word into the other (Levenshtein 1966)} */
  public static int between(String a, String b) {
    // the row of the table that holds the distances of all beginnings of b from a beginning of a
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
