package dev.jtorch.nn;

/**
 * How a tree is walked.
 *
 * @param prefix put before every name, with a dot
 * @param recurse also the descendants' members, not only the module's own
 * @param removeDuplicate a shared module or tensor once, under its first name, rather than under each
 */
public record WalkOptions(String prefix, boolean recurse, boolean removeDuplicate) {
  static final WalkOptions DEFAULT = new WalkOptions("", true, true);

  public WalkOptions prefix(String text) { return new WalkOptions(text, recurse, removeDuplicate); }

  public WalkOptions recurse(boolean on) { return new WalkOptions(prefix, on, removeDuplicate); }

  public WalkOptions removeDuplicate(boolean on) { return new WalkOptions(prefix, recurse, on); }
}
