package dev.jtorch.nn;

import dev.jtorch.FluentOptions;

/** How a tree is walked. */
public final class WalkOptions extends FluentOptions<WalkOptions> {
  private String prefix = "";
  private boolean recurse = true;
  private boolean removeDuplicate = true;

  /** What comes before every name, followed by a dot; default nothing. */
  public WalkOptions prefix(String prefix) {
    return with(o -> o.prefix = prefix);
  }

  public String prefix() { return prefix; }

  /** Whether members of descendants are included, not only the module's own; default true. */
  public WalkOptions recurse(boolean recurse) {
    return with(o -> o.recurse = recurse);
  }

  public boolean recurse() { return recurse; }

  /** Whether a shared module or tensor appears once, under its first name, rather than under each; default true. */
  public WalkOptions removeDuplicate(boolean removeDuplicate) {
    return with(o -> o.removeDuplicate = removeDuplicate);
  }

  public boolean removeDuplicate() { return removeDuplicate; }
}
