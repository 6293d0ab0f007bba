package dev.jtorch.nn;

import dev.jtorch.IndexException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a module has registered of one kind, by name and in order: the stuff that containers are made of.
 *
 * <p>It is a view: it holds nothing itself. A walk over it sees what was there when it began, each as often as it is
 * registered. What stands in fields is not among it. A position is counted from the end where it is negative.
 *
 * @param <T> what is registered
 */
public abstract sealed class Members<T> implements Iterable<T> permits Children, OwnParameters {
  final Module owner;

  Members(Module owner) {
    this.owner = owner;
  }

  /** {@return the members by name, as they are now} */
  public abstract Map<String, T> byName();

  /** Registers a member under a name, at the end or in the place of the one that has it. */
  public abstract void put(String name, T member);

  /** Registers these members in place of all that are there. */
  abstract void replace(Map<String, T> others);

  /** {@return what a member is called in messages} */
  abstract String kind();

  /** {@return how many there are} */
  public final int size() { return byName().size(); }

  /** {@return the members, as they are now} */
  public final List<T> list() { return List.copyOf(byName().values()); }

  @Override public final Iterator<T> iterator() { return byName().values().iterator(); }

  /**
   * The member at a position.
   *
   * @throws IndexException if there is none
   */
  public final T get(int index) { return list().get(checked(index)); }

  /**
   * The member of a name.
   *
   * @throws ModuleException if there is none
   */
  public final T get(String name) {
    T found = byName().get(name);
    if (found == null) throw missing(name);
    return found;
  }

  /** {@return whether there is a member of a name} */
  public final boolean contains(String name) {
    return byName().containsKey(name);
  }

  /**
   * Puts a member in the place of another one, under its name.
   *
   * @throws IndexException if there is no such position
   */
  public final void set(int index, T member) { put(names().get(checked(index)), member); }

  /** Registers a member under its number, behind the others. */
  public final void add(T member) {
    put(Integer.toString(size()), member);
  }

  /**
   * Puts a member before the one at a position; all are numbered anew.
   *
   * @throws IndexException if there is no such position
   */
  public final void insert(int index, T member) {
    List<T> all = new ArrayList<>(list());
    if (index < -size() || index > size()) throw outOfRange(index, size());
    all.add(index < 0 ? index + size() : index, member);
    number(all);
  }

  /**
   * Removes the member at a position and returns it; the others are numbered anew.
   *
   * @throws IndexException if there is none
   */
  public final T remove(int index) {
    List<T> all = new ArrayList<>(list());
    T removed = all.remove(checked(index));
    number(all);
    return removed;
  }

  /**
   * Removes the member of a name and returns it; the others keep theirs.
   *
   * @throws ModuleException if there is none
   */
  public final T remove(String name) {
    T removed = get(name);
    owner.registry().remove(name);
    return removed;
  }

  /**
   * The members at every {@code step}-th position from one up to but without another, by name. Ends beyond the members
   * are taken to the last there is; a negative step walks back.
   *
   * @throws IndexException if the step is 0
   */
  public final Map<String, T> slice(int from, int to, int step) {
    if (step == 0) throw new IndexException(owner.typeName() + ": slice step is 0 (expected: not 0)");
    List<String> names = names();
    Map<String, T> all = byName();
    var part = new LinkedHashMap<String, T>();
    int end = bounded(to, step);
    for (int at = bounded(from, step); step > 0 ? at < end : at > end; at += step) {
      part.put(names.get(at), all.get(names.get(at)));
    }
    return part;
  }

  /** Removes what {@link #slice} returns; the others are numbered anew. */
  public final Map<String, T> removeSlice(int from, int to, int step) {
    Map<String, T> removed = slice(from, to, step);
    var rest = new LinkedHashMap<String, T>(byName());
    rest.keySet().removeAll(removed.keySet());
    number(rest.values());
    return removed;
  }

  /** Removes all members. */
  public final void clear() { replace(Map.of()); }

  private List<String> names() { return List.copyOf(byName().keySet()); }

  private void number(Iterable<T> all) {
    var numbered = new LinkedHashMap<String, T>();
    for (T member : all) numbered.put(Integer.toString(numbered.size()), member);
    replace(numbered);
  }

  private int checked(int index) {
    int size = size();
    if (index < -size || index >= size) throw outOfRange(index, size - 1);
    return index < 0 ? index + size : index;
  }

  /** An end of a slice as a position; a walk back may stop before the first. */
  private int bounded(int index, int step) {
    int first = step > 0 ? 0 : -1;
    int last = step > 0 ? size() : size() - 1;
    return Math.max(first, Math.min(last, index < 0 ? index + size() : index));
  }

  private IndexException outOfRange(int index, int last) {
    return new IndexException(owner.typeName() + ": index " + index + " is out of range (expected: from " + -size()
        + " to " + last + ")");
  }

  private ModuleException missing(String name) {
    return new ModuleException(owner.typeName() + ": no " + kind() + " '" + name + "' (expected: one of "
        + String.join(", ", byName().keySet()) + ")");
  }
}
