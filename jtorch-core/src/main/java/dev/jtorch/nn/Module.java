package dev.jtorch.nn;

import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.ApiUsage;
import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.Device;
import dev.jtorch.FutureFlags;
import dev.jtorch.MemoryFormat;
import dev.jtorch.RemovableHandle;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Gradients;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.ModelHooks.StateHooks;
import dev.jtorch.nn.Slot.FieldSlot;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A node in a tree of modules: it has state, a mode, and children, and can be walked, moved, saved, copied and printed.
 *
 * <p>State is the fields of type {@code Module}, {@link Parameter} and {@link Buffer}, and what is registered by name. The
 * fields are read whenever the tree is walked, so assigning one is surgery: {@code net.fc = new Linear(512, 10)}. The key of
 * a field is its name in snake case, or its {@link Name}.
 *
 * <p>Walks keep the order of assignment, as in Python. Fields come in the order of their declaration, superclass first. What
 * is registered comes behind the fields that hold a value at that time and before those that get theirs later. A place, once
 * taken, is kept: by a name that is registered again and by a field that is assigned again.
 *
 * <p>What is called extends {@link Model} or {@link Layer}; a plain module, such as a list of modules, has no call.
 *
 * <p>Threads: any number of threads may walk, print, save and call one module at the same time. Surgery, loading, moving and training
 * are for one thread at a time. If other threads use the module meanwhile, nothing crashes, but they see old values, new ones, or both.
 *
 * <p>Differs from PyTorch: a constructor that calls a method of a subclass calls it before the subclass's fields have their
 * first values, which then overwrite what the method put there; names that the method registers stay. Fields that are assigned
 * in another order than they are declared in come in the order of declaration, unless a name is registered in between.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html">torch.nn.Module</a>
 */
public abstract class Module implements Cloneable {
  private static final String NO_EFFECT =
      "Calling .zero_grad() from a module created with nn.DataParallel() has no effect."
          + " The parameters are copied (in a differentiable manner) from the original module. This means they are not leaf nodes"
          + " in autograd and so don't accumulate gradients. If you need gradients in your forward method, consider using"
          + " autograd.grad instead.";

  static {
    // the first module of the process runs this, and no other pays for it
    ApiUsage.logOnce("python.nn_module");
  }

  /** Null only in an object that no constructor has made. */
  private Registry registry = Registry.NONE;
  private boolean training = true;
  private boolean replica;
  /** Transient: hooks are no part of a saved model. */
  private transient @Nullable StateHooks hooks;

  /** {@return whether the module is in training mode; true for a new module} */
  public final boolean training() {
    return training;
  }

  /** Puts the module and all descendants in training mode. */
  public Module train() { return train(true); }

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
  public Module eval() { return train(false); }

  /**
   * Calls {@code action} for all descendants, children first, and then for this module.
   *
   * @return this
   */
  public Module apply(Consumer<? super Module> action) {
    children().forEach(child -> child.apply(action));
    action.accept(this);
    return this;
  }

  /**
   * Gives the module's own parameters new initial values, in place: they stay the same objects. A module without parameters
   * has nothing to do. {@code net.apply(Module::resetParameters)} does it for a tree.
   */
  public void resetParameters() {}

  /**
   * Copies the tree, as Python's {@code copy.deepcopy}: fields, registered names, modes and hooks. What is shared in the tree,
   * such as a module under two names, is shared in the copy. Parameters are copied without their gradients, other tensors with
   * them.
   *
   * <p>A field may hold tensors, modules, collections, arrays, records and other objects of such, which are copied; what
   * never changes, such as numbers, texts and enums, is shared, and so are functions: lambdas and anonymous classes, with
   * whatever they refer to.
   *
   * <p>Differs from PyTorch: a {@link RemovableHandle} in a field goes on removing the original's hook.
   *
   * @throws ModuleException if a field holds what cannot be copied, such as a thread, or the result of an operator
   */
  public Module deepCopy() { return new DeepCopy().of(this); }

  /** The copy of {@link #deepCopy()}, as a {@code type}. */
  public final <M extends Module> M deepCopy(Class<M> type) {
    if (type.isInstance(this)) return type.cast(deepCopy());
    throw new ModuleException(
        typeName() + ": the copy is a " + typeName() + " (expected: a " + ClassNames.of(type) + ")");
  }

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
    return ModuleWalk.modules(this, configured(new WalkOptions(), with));
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
    return ModuleWalk.members(this, Parameter.class, configured(new WalkOptions(), with));
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
    return ModuleWalk.members(this, Buffer.class, configured(new WalkOptions(), with));
  }

  /**
   * Registers a child under a name that exists only at run time, or in the place of one; null keeps the name free.
   *
   * @throws ModuleException if the name is empty, has a dot, or is taken by something else than a module
   */
  public final void registerModule(String name, @Nullable Module module) {
    Registry.register(this, Registry.Kind.MODULE, name, module);
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
    if (parameter != null) Registry.requireLeaf(name, parameter);
    Registry.register(this, Registry.Kind.PARAMETER, name, parameter);
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
    Registry.register(this, Registry.Kind.BUFFER, name,
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
    List<FieldSlot> fields = StateFields.of(getClass()).slots(this);
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
  public final Module getModule(String path) { return ModuleWalk.module(this, path); }

  /** The module at a dotted path, as a {@code type}. */
  public final <M extends Module> M getModule(String path, Class<M> type) {
    Module found = getModule(path);
    if (type.isInstance(found)) return type.cast(found);
    throw new ModuleException(typeName() + ": '" + path + "' is a " + found.typeName() + " (expected: a "
        + ClassNames.of(type) + ")");
  }

  /**
   * Puts a module, or null, in the place of the one at a dotted path.
   *
   * @throws ModuleException if there is no such place, or it holds something else
   */
  public final void setModule(String path, @Nullable Module module) {
    ModuleWalk.Place place = ModuleWalk.place(this, path);
    place.slot().set(place.owner(), module);
  }

  /**
   * The parameter at a dotted path.
   *
   * @throws ModuleException if there is none
   */
  public final Parameter getParameter(String path) {
    return ModuleWalk.tensor(this, path, Parameter.class);
  }

  /**
   * The buffer at a dotted path.
   *
   * @throws ModuleException if there is none
   */
  public final Buffer getBuffer(String path) {
    return ModuleWalk.tensor(this, path, Buffer.class);
  }

  /** The same fields in a new object, which shares what they refer to. */
  final Module shallowCopy() {
    try {
      return (Module) super.clone();
    } catch (CloneNotSupportedException e) {
      throw new ModuleException(ClassNames.of(getClass()) + ": cannot be copied", e);
    }
  }

  /** Lets the parameters of the tree require gradients; returns this. */
  public Module requiresGrad_() {
    return requiresGrad_(true);
  }

  /** Sets whether the parameters of the tree require gradients; returns this. */
  public Module requiresGrad_(boolean on) {
    parameters().forEach(p -> p.requiresGrad_(on));
    return this;
  }

  /** Removes the gradients of the tree's parameters. */
  public final void zeroGrad() { zeroGrad(true); }

  /** Removes the gradients, or with false takes them out of any graph and fills them with zeros. */
  public final void zeroGrad(boolean setToNone) {
    if (replica) System.getLogger(Module.class.getName()).log(Level.WARNING, NO_EFFECT);
    for (Parameter p : parameters()) Gradients.clear(p, setToNone);
  }

  /** Marks the module as a copy that computes on another device for the original, which alone gets gradients. */
  final void markReplica() {
    replica = true;
  }

  /** Converts floating and complex parameters and buffers; integer ones keep their type. Returns this. */
  public Module to(DType dtype) {
    if (!dtype.isFloatingPoint() && !dtype.isComplex()) {
      throw new DTypeException(
          "nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=" + dtype);
    }
    return applyToTensors(t -> t.isFloatingPoint() || t.isComplex() ? t.to(dtype) : t);
  }

  /** Moves parameters and buffers to a device; returns this. */
  public Module to(Device device) {
    return applyToTensors(t -> t.to(device));
  }

  /** Moves parameters and buffers to a device, given by its name as Python writes it, such as {@code "cuda:0"}; returns this. */
  public Module to(String device) {
    return to(Device.of(device));
  }

  /** Moves to a device and converts floating and complex state. */
  public Module to(Device device, DType dtype) {
    to(device);
    return to(dtype);
  }

  /** Changes the memory format of four-dimensional parameters and buffers; five-dimensional for the 3-D format. */
  public Module to(MemoryFormat format) {
    int rank = format == MemoryFormat.CHANNELS_LAST_3D ? 5 : 4;
    return applyToTensors(t -> t.dim() == rank || format == MemoryFormat.CONTIGUOUS ? t.contiguous(format) : t);
  }

  /** Converts every parameter and buffer, integer ones too, which {@link #to(DType)} leaves alone. Returns this. */
  public Module type(DType dtype) {
    return applyToTensors(t -> t.to(dtype));
  }

  /** {@code to(FLOAT32)}. */
  public Module toFloat() { return to(DType.FLOAT32); }

  /** {@code to(FLOAT64)}. */
  public Module toDouble() { return to(DType.FLOAT64); }

  /** {@code to(FLOAT16)}. */
  public Module toHalf() { return to(DType.FLOAT16); }

  /** {@code to(FLOAT16)}, as {@link #toHalf()}. */
  public Module half() { return to(DType.FLOAT16); }

  /** {@code to(BFLOAT16)}, as {@link #toBFloat16()}. */
  public Module bfloat16() { return to(DType.BFLOAT16); }

  /** {@code to(BFLOAT16)}. */
  public Module toBFloat16() { return to(DType.BFLOAT16); }

  /** Moves to the CPU. */
  public Module cpu() { return to(Device.CPU); }

  /** Moves to the first CUDA device. */
  public Module cuda() { return cuda(0); }

  /** Moves to a CUDA device. */
  public Module cuda(int index) {
    return to(Device.cuda(index));
  }

  /**
   * Replaces every parameter's and gradient's elements and every buffer by {@code convert} of it, children first: Python's
   * {@code _apply}. Parameters stay the same objects, so optimizers go on with them, unless
   * {@link FutureFlags#setOverwriteModuleParamsOnConversion} says otherwise; buffers become new objects.
   *
   * @return this
   */
  public Module applyToTensors(UnaryOperator<Tensor> convert) {
    // a module reachable by two paths twice, as in Python
    children().forEach(child -> child.applyToTensors(convert));
    try (var quiet = Torch.noGrad()) {
      for (Slot slot : slots()) {
        Object value = slot.get(this);
        if (value instanceof Parameter p) slot.set(this, converted(p, convert));
        else if (value instanceof Buffer b) slot.set(this, converted(b, convert));
      }
    }
    return this;
  }

  private static Buffer converted(Buffer buffer, UnaryOperator<Tensor> convert) {
    Tensor data = convert.apply(buffer);
    return data.isSameAs(buffer) ? buffer : buffer.with(data);
  }

  private static Parameter converted(Parameter parameter, UnaryOperator<Tensor> convert) {
    Tensor grad = parameter.grad();
    Tensor data = convert.apply(parameter);
    boolean inPlace = canTake(parameter, data);
    Parameter result = inPlace ? parameter : Parameter.of(data, parameter.requiresGrad());
    if (inPlace) parameter.data(data);
    if (grad == null) return result;
    Tensor gradData = convert.apply(grad);
    if (inPlace && canTake(grad, gradData)) grad.data(gradData);
    else result.grad(gradData.requiresGrad_(grad.requiresGrad()));
    return result;
  }

  /** Whether other elements can come behind a tensor that stays the same object. */
  private static boolean canTake(Tensor tensor, Tensor data) {
    return !FutureFlags.getOverwriteModuleParamsOnConversion()
        && (tensor.device().type() == Device.Type.META) == (data.device().type() == Device.Type.META);
  }

  /** {@return the persistent state of the tree by dotted key, in PyTorch's order; the tensors share the module's storage} */
  public final StateDict stateDict() {
    return stateDict(o -> o);
  }

  /** The state with a prefix, which ends in a dot, before every key. */
  public final StateDict stateDict(String prefix) {
    return stateDict(o -> o.prefix(prefix));
  }

  /** {@return the persistent state of the tree, taken as the options say} */
  public final StateDict stateDict(UnaryOperator<StateOptions> with) {
    StateOptions options = configured(new StateOptions(), with);
    var state = new StateDict();
    takeState(state, options.prefix(), options.keepVars());
    return state;
  }

  /** Puts the module's own entries into a state, then its children's, in the order of assignment. */
  private void takeState(StateDict state, String prefix, boolean keepVars) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put(StateLoading.VERSION, stateVersion());
    state.metadata().put(StateLoading.path(prefix), metadata);
    if (hooks == null) {
      takeEntries(state, prefix, keepVars);
      return;
    }
    for (var entry : hooks.beforeTaking.entries()) entry.hook().run(this, prefix, keepVars);
    takeEntries(state, prefix, keepVars);
    for (var entry : hooks.afterTaking.entries()) entry.hook().run(this, state, prefix, metadata);
  }

  private void takeEntries(StateDict state, String prefix, boolean keepVars) {
    List<? extends Slot> slots = slots();
    var buffers = new ArrayList<Slot>(); // which Python saves behind all parameters
    for (Slot slot : slots) {
      Object value = slot.get(this);
      if (value instanceof Parameter p) state.put(prefix + slot.key(), keepVars ? p : p.detachedView());
      else if (value instanceof Buffer b && b.persistent()) buffers.add(slot);
    }
    for (Slot slot : buffers) {
      if (slot.get(this) instanceof Buffer b) state.put(prefix + slot.key(), b);
    }
    for (Slot slot : slots) {
      if (slot.get(this) instanceof Module child) child.takeState(state, prefix + slot.key() + ".", keepVars);
    }
  }

  /**
   * Copies a state into this tree, strictly.
   *
   * @throws StateDictException if any key is missing or unexpected or any shape differs; nothing is changed then, unless the
   *     tree has hooks that run after loading
   */
  public final LoadReport loadStateDict(Map<String, ? extends Tensor> state) { return loadStateDict(state, o -> o); }

  /** Copies a state into this tree. */
  public final LoadReport loadStateDict(Map<String, ? extends Tensor> state, UnaryOperator<LoadOptions> with) {
    return new StateLoading(this, configured(new LoadOptions(), with)).load(state);
  }

  /**
   * Copies the state that a file holds into this tree, strictly: {@code net.loadStateDict(Torch.load("net.pt"))}.
   *
   * @throws dev.jtorch.io.CheckpointException if the file holds something else than a state
   * @throws StateDictException as {@link #loadStateDict(Map)}
   */
  public final LoadReport loadStateDict(Checkpoint checkpoint) { return loadStateDict(checkpoint, o -> o); }

  /** Copies the state that a file holds into this tree, as the options say. */
  public final LoadReport loadStateDict(Checkpoint checkpoint, UnaryOperator<LoadOptions> with) {
    return loadStateDict(required(checkpoint, "checkpoint").stateDict(), with);
  }

  /** Runs {@code hook} before this module's entries are collected into a state. */
  public final RemovableHandle registerStateDictPreHook(StateDictPreHook hook) {
    return hooks().beforeTaking.add(hook, new HookOptions());
  }

  /**
   * Runs {@code hook} after the entries of this module and its descendants have been collected into a state: PyTorch's
   * {@code register_state_dict_post_hook}.
   */
  public final RemovableHandle registerStateDictHook(StateDictHook hook) {
    return hooks().afterTaking.add(hook, new HookOptions());
  }

  /** Runs {@code hook} before this module's entries are looked up in a state that is loaded. */
  public final RemovableHandle registerLoadStateDictPreHook(LoadStateDictPreHook hook) {
    return hooks().beforeLoading.add(hook, new HookOptions());
  }

  /** Runs {@code hook} after this module and its descendants have been loaded. */
  public final RemovableHandle registerLoadStateDictPostHook(LoadStateDictPostHook hook) {
    return hooks().afterLoading.add(hook, new HookOptions());
  }

  final @Nullable StateHooks stateHooks() {
    return hooks;
  }

  private synchronized StateHooks hooks() {
    requireConstructed();
    StateHooks known = hooks;
    if (known == null) hooks = known = new StateHooks();
    return known;
  }

  /** {@return the version of the class's own entries, which a state remembers; 1 unless the class says otherwise} */
  protected long stateVersion() {
    return 1;
  }

  /**
   * {@return whether a state of another version may lack one of this module's own keys, which then keeps its value}
   *
   * @param key without the module's path
   * @param version the version in which the state was taken; 0 where the state does not say
   */
  protected boolean mayBeMissing(String key, long version) {
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

  /** {@return the class's name, which is PyTorch's; for an anonymous class that of the class around it and a number: {@code Net$1}} */
  public String typeName() {
    return ClassNames.of(getClass());
  }

  /** The tree as Python's {@code print(net)}. */
  @Override public final String toString() {
    List<String> lines = new ArrayList<>();
    String extra = foldsRepeats() ? "" : extraRepr(); // a list prints nothing but its modules
    List<String> own = extra.isEmpty() ? List.of() : List.of(extra.split("\n", -1));
    lines.addAll(own);
    lines.addAll(foldsRepeats() ? folded() : childLines());
    String name = typeName();
    if (lines.isEmpty()) return name + "()";
    if (own.size() == 1 && lines.size() == 1) return name + "(" + own.get(0) + ")";
    return name + "(\n  " + String.join("\n  ", lines) + "\n)";
  }

  private List<String> childLines() {
    var lines = new ArrayList<String>();
    namedChildrenWithRepeats()
        .forEach((key, child) -> lines.add("(" + key + "): " + indent(child.toString())));
    return lines;
  }

  /** Neighbours that print alike share a line: {@code (0-2): 3 x Linear(..)}. */
  private List<String> folded() {
    var lines = new ArrayList<String>();
    List<String> texts = namedChildrenWithRepeats().values().stream().map(Module::toString).toList();
    for (int first = 0, end; first < texts.size(); first = end) {
      String text = texts.get(first);
      end = first + 1;
      while (end < texts.size() && texts.get(end).equals(text)) end++;
      int count = end - first;
      lines.add(indent(count == 1 ? "(" + first + "): " + text
          : "(" + first + "-" + (end - 1) + "): " + count + " x " + text));
    }
    return lines;
  }

  /** All lines but the first move in by two blanks. */
  private static String indent(String text) {
    return text.replace("\n", "\n  ");
  }
}
