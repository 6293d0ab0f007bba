package dev.jtorch.nn;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.internal.ClassNames;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a module holds and by which names: its places of state, the walks over the tree, and paths into it. */
abstract sealed class ModuleTree implements Cloneable permits ModuleTensors {
  /** Null only in an object that no constructor has made. */
  private Registry registry = Registry.NONE;

  ModuleTree() {}

  private Module self() { return (Module) this; }

  /** {@return the direct children, each once, in order} */
  public final List<Module> children() {
    return List.copyOf(namedChildren().values());
  }

  /** {@return the direct children by name, each once, in order} */
  public final Map<String, Module> namedChildren() {
    var children = new LinkedHashMap<String, Module>();
    Set<Module> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    namedChildrenWithRepeats().forEach((key, child) -> {
      if (seen.add(child)) children.put(key, child);
    });
    return children;
  }

  final Map<String, Module> namedChildrenWithRepeats() {
    var children = new LinkedHashMap<String, Module>();
    for (Slot slot : slots()) {
      if (slot.get(self()) instanceof Module child) children.put(slot.key(), child);
    }
    return children;
  }

  /** {@return this module and all descendants, each once, parents first} */
  public final List<Module> modules() {
    return ModuleWalk.modules(self());
  }

  /** {@return this module, under the empty name, and all descendants by path, each once} */
  public final Map<String, Module> namedModules() {
    return namedModules(o -> o);
  }

  /** {@return this module and all descendants by path} */
  public final Map<String, Module> namedModules(UnaryOperator<WalkOptions> with) {
    return ModuleWalk.modules(self(), configured(new WalkOptions(), with));
  }

  /** {@return all parameters of the tree, each once} */
  public final List<Parameter> parameters() {
    return ModuleWalk.members(self(), Parameter.class);
  }

  /** {@return all parameters by path, each once} */
  public final Map<String, Parameter> namedParameters() {
    return namedParameters(o -> o);
  }

  /** {@return parameters by path} */
  public final Map<String, Parameter> namedParameters(UnaryOperator<WalkOptions> with) {
    return ModuleWalk.members(self(), Parameter.class, configured(new WalkOptions(), with));
  }

  /** {@return all buffers of the tree, each once, persistent or not} */
  public final List<Buffer> buffers() {
    return ModuleWalk.members(self(), Buffer.class);
  }

  /** {@return all buffers by path, each once} */
  public final Map<String, Buffer> namedBuffers() {
    return namedBuffers(o -> o);
  }

  /** {@return buffers by path} */
  public final Map<String, Buffer> namedBuffers(UnaryOperator<WalkOptions> with) {
    return ModuleWalk.members(self(), Buffer.class, configured(new WalkOptions(), with));
  }

  /**
   * Registers a child under a name that exists only at run time, or in the place of one; null keeps the name free.
   *
   * @throws ModuleException if the name is empty, has a dot, or is taken by something else than a module
   */
  public final void registerModule(String name, @Nullable Module module) {
    Registration.register(self(), Registration.Kind.MODULE, name, module);
  }

  /** The same as {@link #registerModule}. */
  public final void addModule(String name, @Nullable Module module) {
    registerModule(name, module);
  }

  /**
   * Registers a parameter under a name that exists only at run time; null keeps the name free for one.
   *
   * @throws ModuleException if the name is empty, has a dot, or is taken by something else than a parameter, or if
   *     the parameter has become the result of an operator
   */
  public final void registerParameter(String name, @Nullable Parameter parameter) {
    if (parameter != null) Registration.requireLeaf(name, parameter);
    Registration.register(self(), Registration.Kind.PARAMETER, name, parameter);
  }

  /**
   * Registers a buffer under a name that exists only at run time; null keeps the name free for one. A tensor that is no
   * {@link Buffer} yet becomes one on the same storage, which is part of the state.
   *
   * @throws ModuleException if the name is empty, has a dot, or is taken by something else than a buffer
   */
  public final void registerBuffer(String name, @Nullable Tensor tensor) {
    registerBuffer(name, tensor, !(tensor instanceof Buffer buffer) || buffer.persistent());
  }

  /**
   * Registers a buffer, and says whether it is part of the state.
   *
   * @throws ModuleException if the name is empty, has a dot, or is taken by something else than a buffer
   */
  public final void registerBuffer(String name, @Nullable Tensor tensor, boolean persistent) {
    Registration.register(self(), Registration.Kind.BUFFER, name,
        tensor == null ? null : Buffer.of(tensor, persistent));
  }

  final Registry registry() {
    requireConstructed();
    if (registry == Registry.NONE) registry = new Registry();
    return registry;
  }

  /**
   * Refuses an object that was made past all constructors, as some mocking and serialization libraries do it: all its fields
   * would silently be missing.
   */
  final void requireConstructed() {
    if (registry == null) {
      throw new ModuleException(ClassNames.of(getClass()) + ": the constructor of Module has not run (expected: a"
          + " module made by its constructor, or by deepCopy()); it has no state and can take none");
    }
  }

  /** All places of state, in the order of assignment as far as it is known. */
  final List<? extends Slot> slots() {
    requireConstructed();
    List<FieldSlot> fields = StateFields.of(getClass()).slots(self());
    return registry == Registry.NONE ? fields : registry.among(fields);
  }

  final @Nullable Slot slot(String key) {
    for (Slot slot : slots()) if (slot.key().equals(key)) return slot;
    return null;
  }

  /**
   * The module at a dotted path; the empty path is this one.
   *
   * @throws ModuleException if there is none
   */
  public final Module getModule(String path) { return ModulePaths.module(self(), path); }

  /** The module at a dotted path, as a {@code type}. */
  public final <M extends Module> M getModule(String path, Class<M> type) {
    Module found = getModule(path);
    if (type.isInstance(found)) return type.cast(found);
    throw new ModuleException(self().typeName() + ": '" + path + "' is a " + found.typeName() + " (expected: a "
        + ClassNames.of(type) + ")");
  }

  /**
   * Puts a module, or null, in the place of the one at a dotted path.
   *
   * @throws ModuleException if there is no such place, or it holds something else
   */
  public final void setModule(String path, @Nullable Module module) {
    ModulePaths.Place place = ModulePaths.place(self(), path);
    place.slot().set(place.owner(), module);
  }

  /**
   * The parameter at a dotted path.
   *
   * @throws ModuleException if there is none
   */
  public final Parameter getParameter(String path) {
    return ModulePaths.tensor(self(), path, Parameter.class);
  }

  /**
   * The buffer at a dotted path.
   *
   * @throws ModuleException if there is none
   */
  public final Buffer getBuffer(String path) {
    return ModulePaths.tensor(self(), path, Buffer.class);
  }

  /** The same fields in a new object, which shares what they refer to. */
  final Module shallowCopy() {
    try {
      return (Module) super.clone();
    } catch (CloneNotSupportedException e) {
      throw new ModuleException(ClassNames.of(getClass()) + ": cannot be copied", e);
    }
  }
}
