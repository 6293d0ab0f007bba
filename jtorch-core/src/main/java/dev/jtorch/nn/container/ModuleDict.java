package dev.jtorch.nn.container;

import dev.jtorch.nn.Children;
import dev.jtorch.nn.Module;
import java.util.Map;

/**
 * Modules by name, in the order in which they were put in. It has no call of its own: its owner picks one.
 *
 * <p>Differs from PyTorch: nothing; a Java map that has an order, such as {@code LinkedHashMap}, keeps it.
 *
 * @param <M> what the modules are, such as {@link dev.jtorch.nn.Layer}
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ModuleDict.html">torch.nn.ModuleDict</a>
 */
@SuppressWarnings("this-escape") // the view of the children is used before the constructor ends, and by nobody else
public class ModuleDict<M extends Module> extends Module {
  /** An empty dictionary. */
  public ModuleDict() {}

  /** A dictionary of these modules, in the map's order. */
  public ModuleDict(Map<String, ? extends M> modules) {
    modules.forEach(items()::put);
  }

  private Children<M> items() { return Children.of(this); }

  /**
   * The module of a name.
   *
   * @throws dev.jtorch.nn.ModuleException if there is none
   */
  public final M get(String name) { return items().get(name); }

  /** Puts a module under a name, at the end or in the place of the one that has it. */
  public final ModuleDict<M> put(String name, M module) {
    items().put(name, module);
    return this;
  }

  /** Puts all these modules in. */
  public final ModuleDict<M> update(Map<String, ? extends M> modules) {
    modules.forEach(this::put);
    return this;
  }

  /**
   * Takes out the module of a name and returns it. Python's {@code pop} and {@code del}.
   *
   * @throws dev.jtorch.nn.ModuleException if there is none
   */
  public final M delete(String name) { return items().remove(name); }

  /** Takes out all modules. */
  public final void clear() { items().clear(); }

  /** {@return whether there is a module of a name} */
  public final boolean contains(String name) {
    return asMap().containsKey(name);
  }

  /** {@return the modules by name, in order, as they are now: for {@code keySet()}, {@code values()} and loops} */
  public final Map<String, M> asMap() {
    return items().byName();
  }

  /** {@return how many modules there are} */
  public final int size() { return items().size(); }
}
