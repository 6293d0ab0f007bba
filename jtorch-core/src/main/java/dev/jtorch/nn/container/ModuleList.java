package dev.jtorch.nn.container;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.Module;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A list of modules, named "0", "1" and so on. It has no call of its own: its owner says in which order they run.
 *
 * <p>Positions are counted from the end where they are negative. Neighbours that print alike share a line, as in PyTorch 2.10
 * (older versions print each): {@code (0-2): 3 x Linear(..)}.
 *
 * <pre>{@code
 * var layers = new ModuleList<Linear>();
 * for (int i = 0; i < 3; i++) layers.append(new Linear(10, 10));
 * Tensor x = Torch.randn(2, 10);
 * for (Linear layer : layers) x = layer.call(x).relu(); // (2, 10)
 * }</pre>
 *
 * <p>Differs from PyTorch: {@code insert} takes negative positions and refuses those behind the end; a slice of a subclass
 * is a plain list; calling the list does not compile.
 *
 * @param <M> what the modules are, such as {@link dev.jtorch.nn.Layer}
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ModuleList.html">torch.nn.ModuleList</a>
 */
@SuppressWarnings("this-escape") // the view of the children is used before the constructor ends, and by nobody else
public class ModuleList<M extends Module> extends Container<ModuleList<M>> implements Iterable<M> {
  /** A list of these modules. */
  @SafeVarargs public ModuleList(M... modules) {
    for (M module : modules) members().add(module);
  }

  /** A list of these modules. */
  public ModuleList(List<? extends M> modules) {
    for (M module : modules) members().add(module);
  }

  private Members<M> members() { return Members.modules(this); }

  private static <M extends Module> ModuleList<M> listOf(Map<String, M> modules) {
    return new ModuleList<M>(List.copyOf(modules.values()));
  }

  /** Adds a module at the end. */
  public final ModuleList<M> append(M module) {
    members().add(module);
    return this;
  }

  /** Adds modules at the end. Python's {@code +=}. */
  public final ModuleList<M> extend(Iterable<? extends M> modules) {
    for (M module : modules) append(module);
    return this;
  }

  /** {@return a list of this one's modules and then the others} Python's {@code +}. */
  public final ModuleList<M> concat(Iterable<? extends M> others) {
    return new ModuleList<M>().extend(this).extend(others);
  }

  /**
   * Puts a module before the one at a position.
   *
   * @throws dev.jtorch.IndexException if there is no such position
   */
  public final ModuleList<M> insert(int index, M module) {
    members().insert(index, module);
    return this;
  }

  /**
   * Takes out the module at a position and returns it; the others are numbered anew.
   *
   * @throws dev.jtorch.IndexException if there is none
   */
  public final M pop(int index) { return members().remove(index); }

  /** Takes out what {@link #slice(int, int)} returns, and returns it; the others are numbered anew. */
  public final ModuleList<M> pop(int from, int to) {
    return pop(from, to, 1);
  }

  /** Takes out what {@link #slice(int, int, int)} returns, and returns it; the others are numbered anew. */
  public final ModuleList<M> pop(int from, int to, int step) {
    return listOf(members().removeSlice(from, to, step));
  }

  /**
   * Removes the module at a position; the others are numbered anew. Python's {@code del}.
   *
   * @throws dev.jtorch.IndexException if there is none
   */
  public final void delete(int index) {
    members().remove(index);
  }

  /** Removes what {@link #slice(int, int)} returns; the others are numbered anew. */
  public final void delete(int from, int to) {
    delete(from, to, 1);
  }

  /** Removes what {@link #slice(int, int, int)} returns; the others are numbered anew. */
  public final void delete(int from, int to, int step) {
    members().removeSlice(from, to, step);
  }

  /**
   * The module at a position.
   *
   * @throws dev.jtorch.IndexException if there is none
   */
  public final M get(int index) { return members().get(index); }

  /**
   * Puts a module in the place of another one.
   *
   * @throws dev.jtorch.IndexException if there is no such position
   */
  public final void set(int index, M module) {
    members().set(index, module);
  }

  /** {@return the modules from a position on, in a list of their own, numbered from 0} */
  public final ModuleList<M> slice(int from) {
    return slice(from, size());
  }

  /** {@return the modules from one position up to but without another, in a list of their own, numbered from 0} */
  public final ModuleList<M> slice(int from, int to) {
    return slice(from, to, 1);
  }

  /**
   * {@return every {@code step}-th module from one position up to but without another, in a list of their own, numbered
   * from 0} A negative step walks back: {@code slice(-1, -size() - 1, -1)} is Python's {@code [::-1]}.
   *
   * @throws dev.jtorch.IndexException if the step is 0
   */
  public final ModuleList<M> slice(int from, int to, int step) {
    return listOf(members().slice(from, to, step));
  }

  /** {@return how many modules there are} */
  public final int size() { return members().size(); }

  @Override public final Iterator<M> iterator() { return members().iterator(); }

  @Override protected final boolean foldsRepeats() { return true; }
}
