package dev.jtorch.nn;

import dev.jtorch.RemovableHandle;
import dev.jtorch.ApiUsage;
import dev.jtorch.internal.ClassNames;
import java.util.function.Consumer;

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
public abstract non-sealed class Module extends ModuleState {
  static {
    // the first module of the process runs this, and no other pays for it
    ApiUsage.logOnce("python.nn_module");
  }

  private boolean training = true;

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
    return ModuleText.of(this);
  }
}
