package dev.jtorch.nn.container;

import dev.jtorch.nn.Children;
import dev.jtorch.nn.Module;
import java.util.Iterator;
import java.util.List;

/**
 * A list of modules, named "0", "1" and so on. It has no call of its own: its owner says in which order they run.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @param <M> what the modules are, such as {@link dev.jtorch.nn.Layer}
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ModuleList.html">torch.nn.ModuleList</a>
 */
@SuppressWarnings("this-escape") // the view of the children is used before the constructor ends, and by nobody else
public class ModuleList<M extends Module> extends Module implements Iterable<M> {
  /** A list of these modules. */
  @SafeVarargs public ModuleList(M... modules) {
    for (M module : modules) items().add(module);
  }

  /** A list of these modules. */
  public ModuleList(List<? extends M> modules) {
    for (M module : modules) items().add(module);
  }

  private Children<M> items() { return Children.of(this); }

  /** Adds a module at the end. */
  public final ModuleList<M> append(M module) {
    items().add(module);
    return this;
  }

  /** Adds modules at the end. */
  public final ModuleList<M> extend(Iterable<? extends M> modules) {
    for (M module : modules) append(module);
    return this;
  }

  /**
   * Puts a module before the one at a position.
   *
   * @throws dev.jtorch.IndexException if there is no such position
   */
  public final ModuleList<M> insert(int index, M module) {
    items().insert(index, module);
    return this;
  }

  /**
   * Takes out the module at a position and returns it; the others are numbered anew. Python's {@code pop} and {@code del}.
   *
   * @throws dev.jtorch.IndexException if there is none
   */
  public final M delete(int index) { return items().remove(index); }

  /**
   * The module at a position.
   *
   * @param index counted from the end where it is negative
   * @throws dev.jtorch.IndexException if there is none
   */
  public final M get(int index) { return items().get(index); }

  /** Puts a module in the place of another one. */
  public final void set(int index, M module) {
    items().set(index, module);
  }

  /** {@return the modules from one position up to but without another, in a list of their own, numbered from 0} */
  public final ModuleList<M> slice(int from, int to) {
    return new ModuleList<M>(List.copyOf(Slices.of(items().byName(), from, to).values()));
  }

  /** {@return the modules from a position on, in a list of their own} */
  public final ModuleList<M> slice(int from) {
    return slice(from, size());
  }

  /** {@return how many modules there are} */
  public final int size() { return items().size(); }

  @Override public final Iterator<M> iterator() { return items().iterator(); }

  @Override protected final boolean foldsRepeats() { return true; }
}
