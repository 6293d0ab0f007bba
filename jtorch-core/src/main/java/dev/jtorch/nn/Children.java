package dev.jtorch.nn;

import dev.jtorch.IndexException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The children that a module has registered by name, in order: Python's {@code _modules}. Containers are made of it.
 *
 * <p>It is a view: it holds nothing itself. A walk over it sees the children that were there when it began, each as often
 * as it is registered. Children that are fields are not among them.
 *
 * @param <M> what the children are
 */
public final class Children<M extends Module> implements Iterable<M> {
  private final Module owner;

  private Children(Module owner) {
    this.owner = owner;
  }

  /** The registered children of a module, which are known to be of one type. */
  public static <M extends Module> Children<M> of(Module owner) {
    return new Children<>(owner);
  }

  /** {@return how many there are} */
  public int size() { return owner.registry().modules().size(); }

  /** {@return the children by name, as they are now} */
  @SuppressWarnings("unchecked") // the container that registers them says what they are
  public Map<String, M> byName() { return (Map<String, M>) owner.registry().modules(); }

  /** {@return the children, as they are now} */
  public List<M> list() { return List.copyOf(byName().values()); }

  @Override public Iterator<M> iterator() { return byName().values().iterator(); }

  /**
   * The child at a position.
   *
   * @param index counted from the end where it is negative
   * @throws IndexException if there is none
   */
  public M get(int index) { return list().get(checked(index)); }

  /** Puts a child in the place of another one, under its name. */
  public void set(int index, M child) {
    owner.registerModule(List.copyOf(byName().keySet()).get(checked(index)), child);
  }

  /** Registers a child under a name, or in the place of the one that has it. */
  public void put(String name, M child) {
    owner.registerModule(name, child);
  }

  /** Registers a child behind the others, under its number. */
  public void add(M child) {
    put(Integer.toString(size()), child);
  }

  /**
   * Puts a child before the one at a position; all children are numbered anew.
   *
   * @throws IndexException if there is no such position
   */
  public void insert(int index, M child) {
    List<M> all = new ArrayList<>(list());
    if (index < -size() || index > size()) throw outOfRange(index, size());
    all.add(index < 0 ? index + size() : index, child);
    number(all);
  }

  /** Removes the child at a position and returns it; the others are numbered anew. */
  public M remove(int index) {
    List<M> all = new ArrayList<>(list());
    M removed = all.remove(checked(index));
    number(all);
    return removed;
  }

  /**
   * Removes the child of a name and returns it; the others keep theirs.
   *
   * @throws ModuleException if there is none
   */
  public M remove(String name) {
    var all = new LinkedHashMap<String, M>(byName());
    M removed = all.remove(name);
    if (removed == null) throw missing(name);
    owner.registry().replaceModules(all);
    return removed;
  }

  /** Removes all children. */
  public void clear() { owner.registry().replaceModules(Map.of()); }

  /**
   * The child of a name.
   *
   * @throws ModuleException if there is none
   */
  public M get(String name) {
    M found = byName().get(name);
    if (found == null) throw missing(name);
    return found;
  }

  private void number(List<M> all) {
    var numbered = new LinkedHashMap<String, M>();
    for (M child : all) numbered.put(Integer.toString(numbered.size()), child);
    owner.registry().replaceModules(numbered);
  }

  private int checked(int index) {
    int size = size();
    if (index < -size || index >= size) throw outOfRange(index, size - 1);
    return index < 0 ? index + size : index;
  }

  private IndexException outOfRange(int index, int last) {
    return new IndexException(
        owner.typeName() + ": index " + index + " is out of range (expected: from " + -size() + " to "
            + last + ")");
  }

  private ModuleException missing(String name) {
    return new ModuleException(owner.typeName() + ": no module '" + name + "' (expected: one of "
        + String.join(", ", byName().keySet()) + ")");
  }
}
