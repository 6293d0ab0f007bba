package dev.jtorch.nn;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.MemoryFormat;
import dev.jtorch.Tensor;
import dev.jtorch.bridge.Gradients;
import dev.jtorch.io.StateDict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A node in a tree of modules: it has state, a mode, and children, and can be walked, moved, saved and printed.
 *
 * <p>State is the fields of type {@code Module}, {@link Parameter} and {@link Buffer}, superclass first, in order of
 * declaration; then what was registered by name. The fields are read whenever the tree is walked, so assigning one is
 * surgery: {@code net.fc = new Linear(512, 10)}. The key of a field is its name in snake case, or its {@link Name}.
 *
 * <p>What is called extends {@link Model} or {@link Layer}; a plain module, such as a list of modules, has no call.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html">torch.nn.Module</a>
 */
public abstract class Module {
  private boolean training = true;
  private @Nullable Registry registry;

  /** {@return whether the module is in training mode, which it is at first} */
  public final boolean training() {
    return training;
  }

  /** Puts the module and all descendants in training mode. */
  public final Module train() { return train(true); }

  /**
   * Sets the mode of this module and all descendants. A subclass that keeps a part in another mode overrides this method and
   * calls {@code super.train(mode)} first.
   *
   * @return this
   */
  public Module train(boolean mode) {
    training = mode;
    children().forEach(child -> child.train(mode));
    return this;
  }

  /** Puts the module and all descendants in evaluation mode. */
  public final Module eval() { return train(false); }

  /** {@return the direct children, each once, in order} */
  public final List<Module> children() {
    return List.copyOf(namedChildren().values());
  }

  /** {@return the direct children by name, each once, in order} */
  public final Map<String, Module> namedChildren() {
    var children = new LinkedHashMap<String, Module>();
    namedChildrenWithRepeats().forEach((key, child) -> {
      if (children.values().stream().noneMatch(c -> c == child)) children.put(key, child);
    });
    return children;
  }

  final Map<String, Module> namedChildrenWithRepeats() {
    var children = new LinkedHashMap<String, Module>();
    for (Slot slot : slots()) {
      if (slot.get(this) instanceof Module child) children.put(slot.key(), child);
    }
    return children;
  }

  /** {@return this module and all descendants, each once, parents first} */
  public final List<Module> modules() {
    return ModuleWalk.modules(this);
  }

  /** {@return this module, under the empty name, and all descendants by path, each once} */
  public final Map<String, Module> namedModules() {
    return namedModules(o -> o);
  }

  /** {@return this module and all descendants by path} */
  public final Map<String, Module> namedModules(UnaryOperator<WalkOptions> with) {
    return ModuleWalk.modules(this, with.apply(WalkOptions.DEFAULT));
  }

  /** {@return all parameters of the tree, each once} */
  public final List<Parameter> parameters() {
    return ModuleWalk.members(this, Parameter.class);
  }

  /** {@return all parameters by path, each once} */
  public final Map<String, Parameter> namedParameters() {
    return namedParameters(o -> o);
  }

  /** {@return parameters by path} */
  public final Map<String, Parameter> namedParameters(UnaryOperator<WalkOptions> with) {
    return ModuleWalk.members(this, Parameter.class, with.apply(WalkOptions.DEFAULT));
  }

  /** {@return all buffers of the tree, each once, persistent or not} */
  public final List<Buffer> buffers() {
    return ModuleWalk.members(this, Buffer.class);
  }

  /** {@return all buffers by path, each once} */
  public final Map<String, Buffer> namedBuffers() {
    return namedBuffers(o -> o);
  }

  /** {@return buffers by path} */
  public final Map<String, Buffer> namedBuffers(UnaryOperator<WalkOptions> with) {
    return ModuleWalk.members(this, Buffer.class, with.apply(WalkOptions.DEFAULT));
  }

  /**
   * Registers a child under a name that exists only at run time; null keeps the name free for one.
   *
   * @throws ModuleException if the name is empty, has a dot, or is taken by something else than a module
   */
  public final void registerModule(String name, @Nullable Module module) {
    register("module", name, Module.class, module);
  }

  /** The same as {@link #registerModule}. */
  public final void addModule(String name, @Nullable Module module) {
    registerModule(name, module);
  }

  /**
   * Registers a parameter under a name that exists only at run time.
   *
   * @throws ModuleException if the name is empty, has a dot, or is taken by something else than a parameter
   */
  public final void registerParameter(String name, @Nullable Parameter parameter) {
    register("parameter", name, Parameter.class, parameter);
  }

  /**
   * Registers a buffer under a name that exists only at run time.
   *
   * @throws ModuleException if the name is empty, has a dot, or is taken by something else than a buffer
   */
  public final void registerBuffer(String name, @Nullable Buffer buffer) {
    register("buffer", name, Buffer.class, buffer);
  }

  private void register(String what, String name, Class<?> kind, @Nullable Object value) {
    if (name.isEmpty()) throw new ModuleException(what + " name can't be empty string \"\"");
    if (name.contains(".")) throw new ModuleException(what + " name can't contain \".\", got: " + name);
    Slot taken = slot(name);
    Object there = taken == null ? null : taken.get(this);
    if (taken instanceof FieldSlot || (there != null && !kind.isInstance(there))) {
      throw new ModuleException("attribute '" + name + "' already exists");
    }
    registry().put(name, kind, value);
  }

  final Registry registry() {
    Registry known = registry;
    if (known == null) registry = known = new Registry();
    return known;
  }

  /** All places of state in order: fields, then registered names. */
  final List<? extends Slot> slots() {
    List<FieldSlot> fields = StateFields.of(getClass()).slots(this);
    Registry names = registry;
    if (names == null) return fields;
    var all = new ArrayList<Slot>(fields);
    all.addAll(names.slots());
    return all;
  }

  final @Nullable Slot slot(String key) {
    for (Slot slot : slots()) if (slot.key().equals(key)) return slot;
    return null;
  }

  static boolean isSaved(@Nullable Object value) {
    return value instanceof Parameter || (value instanceof Buffer buffer && buffer.persistent());
  }

  /**
   * The module at a dotted path; the empty path is this one.
   *
   * @throws ModuleException if there is none
   */
  public final Module getModule(String path) { return ModulePaths.module(this, path); }

  /** The module at a dotted path, as a {@code type}. */
  public final <M extends Module> M getModule(String path, Class<M> type) {
    Module found = getModule(path);
    if (type.isInstance(found)) return type.cast(found);
    throw new ModuleException(typeName() + ": '" + path + "' is a " + found.typeName() + " (expected: a "
        + type.getSimpleName() + ")");
  }

  /** Puts a module, or null, in the place of the one at a dotted path. */
  public final void setModule(String path, @Nullable Module module) {
    ModulePaths.Place place = ModulePaths.place(this, path);
    place.slot().set(place.owner(), module);
  }

  /** The parameter at a dotted path. */
  public final Parameter getParameter(String path) {
    return ModulePaths.tensor(this, path, Parameter.class);
  }

  /** The buffer at a dotted path. */
  public final Buffer getBuffer(String path) {
    return ModulePaths.tensor(this, path, Buffer.class);
  }

  /**
   * Calls {@code action} for all descendants, children first, and then for this module.
   *
   * @return this
   */
  public final Module apply(Consumer<? super Module> action) {
    children().forEach(child -> child.apply(action));
    action.accept(this);
    return this;
  }

  /** Sets whether the parameters of the tree require gradients; returns this. */
  public final Module requiresGrad_(boolean on) {
    parameters().forEach(p -> p.requiresGrad_(on));
    return this;
  }

  /** Removes the gradients of the tree's parameters. */
  public final void zeroGrad() { zeroGrad(true); }

  /** Removes the gradients, or with false fills them with zeros. */
  public final void zeroGrad(boolean setToNone) {
    for (Parameter p : parameters()) Gradients.clear(p, setToNone);
  }

  /** Converts floating and complex parameters and buffers; integer ones keep their type. Returns this. */
  public final Module to(DType dtype) {
    return ModuleConversion.toDType(this, dtype);
  }

  /** Moves parameters and buffers to a device; returns this. */
  public final Module to(Device device) {
    return applyToTensors(t -> t.to(device));
  }

  /** Moves to a device and converts floating and complex state. */
  public final Module to(Device device, DType dtype) {
    to(device);
    return to(dtype);
  }

  /** Changes the memory format of four-dimensional parameters and buffers; five-dimensional for the 3-D format. */
  public final Module to(MemoryFormat format) {
    return ModuleConversion.toFormat(this, format);
  }

  /** {@code to(FLOAT32)}. */
  public final Module toFloat() { return to(DType.FLOAT32); }

  /** {@code to(FLOAT64)}. */
  public final Module toDouble() { return to(DType.FLOAT64); }

  /** {@code to(FLOAT16)}. */
  public final Module toHalf() { return to(DType.FLOAT16); }

  /** {@code to(BFLOAT16)}. */
  public final Module toBFloat16() { return to(DType.BFLOAT16); }

  /** Moves to the CPU. */
  public final Module cpu() { return to(Device.CPU); }

  /** Moves to the first CUDA device. */
  public final Module cuda() { return to(Device.cuda(0)); }

  /**
   * Replaces every parameter's and gradient's elements and every buffer by {@code convert} of it, children first: Python's
   * {@code _apply}. Parameters stay the same objects, so optimizers go on with them; buffers become new objects.
   *
   * @return this
   */
  public final Module applyToTensors(UnaryOperator<Tensor> convert) { return ModuleConversion.apply(this, convert); }

  /** {@return the persistent state of the tree by dotted key, in PyTorch's order; the tensors share the module's storage} */
  public final StateDict stateDict() {
    return stateDict("");
  }

  /** The state with a prefix, which ends in a dot, before every key. */
  public final StateDict stateDict(String prefix) {
    var state = new StateDict();
    collectState(prefix, state);
    return state;
  }

  private void collectState(String prefix, StateDict state) {
    for (Slot slot : slots()) {
      Object value = slot.get(this);
      if (value instanceof Parameter p) state.put(prefix + slot.key(), p.detachedView());
      else if (isSaved(value) && value instanceof Buffer b) state.put(prefix + slot.key(), b);
    }
    namedChildrenWithRepeats().forEach((key, child) -> child.collectState(prefix + key + ".", state));
  }

  /**
   * Copies a state into this tree, strictly.
   *
   * @throws StateDictException if any key is missing or unexpected or any shape differs; nothing is changed then
   */
  public final LoadReport loadStateDict(Map<String, ? extends Tensor> state) { return loadStateDict(state, o -> o); }

  /** Copies a state into this tree. */
  public final LoadReport loadStateDict(Map<String, ? extends Tensor> state, UnaryOperator<LoadOptions> with) {
    return new StateLoading(this, new StateDict(state), with.apply(LoadOptions.DEFAULT)).load();
  }

  /**
   * {@return whether a state may lack one of this module's own keys, which then keeps its value, because states from before
   * the key was introduced are still in use}
   */
  protected boolean mayBeMissing(String key) {
    return false;
  }

  /** {@return what stands in the parentheses of the printed module: its settings} */
  protected String extraRepr() {
    return "";
  }

  /** {@return whether the printed form joins neighbouring children that print alike, as that of a list of modules does} */
  protected boolean foldsRepeats() {
    return false;
  }

  /** {@return the class's name, which is PyTorch's} */
  public String typeName() { return getClass().getSimpleName(); }

  /** The tree as Python's {@code print(net)}. */
  @Override public final String toString() {
    return ModuleText.of(this);
  }
}
