package dev.jtorch.nn.container;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.Module;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Modules by name, in the order in which they were put in. It has no call of its own: its owner picks one.
 *
 * <p>Names, modules and entries are those at the moment of asking, so a loop over them may change the dictionary.
 *
 * <pre>{@code
 * var acts = new ModuleDict<Layer>(entry("relu", new ReLU()), entry("tanh", new Tanh()));
 * acts.put("leaky", new LeakyReLU(0.2));
 * Tensor y = acts.get("leaky").call(Torch.tensor(-1.0, 1.0)); // tensor([-0.2000,  1.0000])
 * }</pre>
 *
 * <p>Differs from PyTorch: what a map without an order, such as {@code Map.of}, gives is in the order of its iteration;
 * names that Python's dictionary uses itself, such as "keys", are free; calling the dictionary does not compile.
 *
 * @param <M> what the modules are, such as {@link dev.jtorch.nn.Layer}
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ModuleDict.html">torch.nn.ModuleDict</a>
 */
@SuppressWarnings("this-escape") // the view of the children is used before the constructor ends, and by nobody else
public class ModuleDict<M extends Module> extends Container<ModuleDict<M>> implements Iterable<String> {
  /** An empty dictionary. */
  public ModuleDict() {}

  /** A dictionary of these modules, in the map's order. */
  public ModuleDict(Map<String, ? extends M> modules) {
    modules.forEach(this::put);
  }

  /** A dictionary of these modules: {@code new ModuleDict<Layer>(entry("act", new ReLU()), entry("fc", new Linear(1, 1)))}. */
  @SafeVarargs public ModuleDict(Map.Entry<String, ? extends M>... modules) {
    for (var module : modules) put(module.getKey(), module.getValue());
  }

  private Members<M> members() { return Members.modules(this); }

  /**
   * The module of a name.
   *
   * @throws dev.jtorch.nn.ModuleException if there is none
   */
  public final M get(String name) { return members().get(name); }

  /**
   * Puts a module under a name, at the end or in the place of the one that has it.
   *
   * @throws dev.jtorch.nn.ModuleException if the name is empty, has a dot, or is an attribute's
   */
  public final ModuleDict<M> put(String name, M module) {
    members().put(name, module);
    return this;
  }

  /** Puts all these modules in. */
  public final ModuleDict<M> update(Map<String, ? extends M> modules) {
    modules.forEach(this::put);
    return this;
  }

  /** Puts all modules of another dictionary in. */
  public final ModuleDict<M> update(ModuleDict<? extends M> modules) {
    for (String name : modules) put(name, modules.get(name));
    return this;
  }

  /**
   * Takes out the module of a name and returns it.
   *
   * @throws dev.jtorch.nn.ModuleException if there is none
   */
  public final M pop(String name) { return members().remove(name); }

  /**
   * Removes the module of a name. Python's {@code del}.
   *
   * @throws dev.jtorch.nn.ModuleException if there is none
   */
  public final void delete(String name) {
    members().remove(name);
  }

  /** Takes out all modules. */
  public final void clear() { members().clear(); }

  /** {@return whether there is a module of a name} */
  public final boolean contains(String name) {
    return members().contains(name);
  }

  /** {@return the names, in order} */
  public final Set<String> keys() {
    return members().byName().keySet();
  }

  /** {@return the modules, in the order of their names} */
  public final Collection<M> values() {
    return members().byName().values();
  }

  /** {@return the names with their modules, in order} */
  public final Set<Map.Entry<String, M>> items() {
    return members().byName().entrySet();
  }

  /** {@return how many modules there are} */
  public final int size() { return members().size(); }

  /** Walks the names, as in Python. */
  @Override public final Iterator<String> iterator() { return keys().iterator(); }
}
