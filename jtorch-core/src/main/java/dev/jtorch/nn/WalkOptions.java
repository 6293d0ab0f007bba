package dev.jtorch.nn;

import dev.jtorch.FluentOptions;

/** How a tree is walked. */
public final class WalkOptions extends FluentOptions<WalkOptions> {
  private String prefix = "";
  private boolean recurse = true;
  private boolean removeDuplicate = true;

  /** Put before every name, with a dot. */
  public WalkOptions prefix(String prefix) {
    return with(o -> o.prefix = prefix);
  }

  public String prefix() { return prefix; }

  /** Also the descendants' members, not only the module's own. */
  public WalkOptions recurse(boolean recurse) {
    return with(o -> o.recurse = recurse);
  }

  public boolean recurse() { return recurse; }

  /** A shared module or tensor once, under its first name, rather than under each. */
  public WalkOptions removeDuplicate(boolean removeDuplicate) {
    return with(o -> o.removeDuplicate = removeDuplicate);
  }

  public boolean removeDuplicate() { return removeDuplicate; }
}
