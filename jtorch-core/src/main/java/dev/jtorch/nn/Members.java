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
public final class Members<T> implements Iterable<T> {
  private final Module owner;
  private final Class<?> kind;

  private Members(Module owner, Class<?> kind) {
    this.owner = owner;
    this.kind = kind;
  }

  /**
   * The children that a module has registered by name: Python's {@code _modules}.
   *
   * @param <M> what the children are known to be
   */
  public static <M extends Module> Members<M> modules(Module owner) {
    return new Members<>(owner, Module.class);
  }

  /** The parameters that a module has registered by name, without its children's: Python's {@code _parameters}. */
  public static Members<Parameter> parameters(Module owner) {
    return new Members<>(owner, Parameter.class);
  }

  /** {@return the members by name, as they are now} */
  @SuppressWarnings("unchecked") // the container that registers them says what they are
  public Map<String, T> byName() {
    Registry registry = owner.registry();
    return (Map<String, T>) (kind == Module.class ? registry.modules() : registry.parameters());
  }

  /** Registers a member under a name, at the end or in the place of the one that has it. */
  public void put(String name, T member) {
    if (member instanceof Parameter parameter) owner.registerParameter(name, parameter);
    else owner.registerModule(name, (Module) member);
  }

  private void replace(Map<String, T> others) { owner.registry().replace(owner, kind, others); }

  /** {@return how many there are} */
  public int size() { return byName().size(); }

  /** {@return the members, as they are now} */
  public List<T> list() { return List.copyOf(byName().values()); }

  @Override public final Iterator<T> iterator() { return byName().values().iterator(); }

  /**
   * The member at a position.
   *
   * @throws IndexException if there is none
   */
  public T get(int index) { return list().get(checked(index)); }

  /**
   * The member of a name.
   *
   * @throws ModuleException if there is none
   */
  public T get(String name) {
    T found = byName().get(name);
    if (found == null) throw missing(name);
    return found;
  }

  /** {@return whether there is a member of a name} */
  public boolean contains(String name) {
    return byName().containsKey(name);
  }

  /**
   * Puts a member in the place of another one, under its name.
   *
   * @throws IndexException if there is no such position
   */
  public void set(int index, T member) { put(names().get(checked(index)), member); }

  /** Registers a member under its number, behind the others. */
  public void add(T member) {
    put(Integer.toString(size()), member);
  }

  /**
   * Puts a member before the one at a position; all are numbered anew.
   *
   * @throws IndexException if there is no such position
   */
  public void insert(int index, T member) {
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
  public T remove(int index) {
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
  public T remove(String name) {
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
  public Map<String, T> slice(int from, int to, int step) {
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
  public Map<String, T> removeSlice(int from, int to, int step) {
    Map<String, T> removed = slice(from, to, step);
    var rest = new LinkedHashMap<String, T>(byName());
    rest.keySet().removeAll(removed.keySet());
    number(rest.values());
    return removed;
  }

  /** Removes all members. */
  public void clear() { replace(Map.of()); }

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
    return new ModuleException(owner.typeName() + ": no " + (kind == Module.class ? "module" : "parameter") + " '"
        + name + "' (expected: one of "
        + String.join(", ", byName().keySet()) + ")");
  }
}
