package dev.jtorch.nn;

import org.jspecify.annotations.Nullable;

/** A place in a module that can hold a module, a parameter or a buffer: a field, or a name registered at run time. */
interface Slot {
  /** The key in paths and states. */
  String key();

  /** What the module holds there now; null where nothing. */
  @Nullable Object get(Module owner);

  /** Puts another value there. */
  void set(Module owner, @Nullable Object value);
}
