package dev.jtorch.nn;

import java.util.Map;

/**
 * The children that a module has registered by name, in order: Python's {@code _modules}. See {@link Members}.
 *
 * @param <M> what the children are
 */
public final class Children<M extends Module> extends Members<M> {
  private Children(Module owner) {
    super(owner);
  }

  /** The registered children of a module, which are known to be of one type. */
  public static <M extends Module> Children<M> of(Module owner) {
    return new Children<>(owner);
  }

  @SuppressWarnings("unchecked") // the container that registers them says what they are
  @Override public Map<String, M> byName() { return (Map<String, M>) owner.registry().modules(); }

  @Override public void put(String name, M child) {
    owner.registerModule(name, child);
  }

  @Override void replace(Map<String, M> others) {
    owner.registry().replace(owner, Module.class, others);
  }

  @Override String kind() { return "module"; }
}
