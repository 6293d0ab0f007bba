package dev.jtorch.internal.text;

/** Java's names as Python writes them: {@code numBatchesTracked} is {@code num_batches_tracked}. */
public final class SnakeCase {
  private SnakeCase() {}

  /** A capital starts a word; capitals in a row are one word; a digit does not start one. */
  public static String of(String camel) {
    var snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && startsWord(camel, i)) snake.append('_');
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }

  private static boolean startsWord(String camel, int i) {
    char before = camel.charAt(i - 1);
    if (before == '_') return false;
    boolean lowerFollows = i + 1 < camel.length() && Character.isLowerCase(camel.charAt(i + 1));
    return !Character.isUpperCase(before) || lowerFollows;
  }
}
