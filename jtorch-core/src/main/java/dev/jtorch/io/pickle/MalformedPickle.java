package dev.jtorch.io.pickle;

/** What is wrong with some pickled data, before it is known in which file and where; the reader and writer add that. */
sealed class MalformedPickle extends IllegalArgumentException permits ForeignClass {
  private static final long serialVersionUID = 1;

  MalformedPickle(String message) { super(message); }
}
