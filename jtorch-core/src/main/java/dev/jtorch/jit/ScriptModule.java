package dev.jtorch.jit;

import dev.jtorch.internal.Script;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.Name;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network that Python exported, with its submodules, parameters and buffers under Python's names. It can be trained, moved,
 * frozen and hooked, and its state saved and loaded, like every other network.
 *
 * <p>{@link #call} runs {@code forward} with one argument; an {@code Object[]} is a list of arguments, and None as the whole
 * result an empty {@link Optional}. {@link #runMethod} runs any method that the script exports. Arguments and results are
 * tensors, Long, Double, Boolean, String, null, {@link dev.jtorch.Complex}, lists, maps, and {@link dev.jtorch.io.Tuple} for
 * Python's tuples; a tuple as an argument may be a list too, and a list of numbers an array.
 *
 * <p>A script runs LibTorch's operators directly, without the checks of JTorch's methods: where it divides the smallest integer by
 * -1 with {@code rounding_mode='trunc'}, the process is killed, as it is in Python.
 *
 * <p>Differs from PyTorch: a submodule that Java puts in the place of another one does not run, because the script calls its own;
 * a copy is made by loading the archive again.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.jit.ScriptModule.html">torch.jit.ScriptModule</a>
 */
public final class ScriptModule extends Model<Object, Object> {
  // names that no Python attribute has, because a module registers its attributes under their own
  @Name("(script)") private final Script script;
  @Name("(methods)") private final List<String> methods;
  @Name("(tensors)") private final ScriptTensors tensors;
  @Name("(children)") private final Members<Module> children = Members.modules(this);

  ScriptModule(Script script) {
    this.script = script;
    methods = script.methods();
    tensors = new ScriptTensors(this, script);
  }

  void read(ScriptTree tree) {
    super.train(script.training()); // before there are children, which have modes of their own
    List<Script.Attribute> attributes = script.attributes();
    tensors.read(tree, attributes);
    for (Script.Attribute attribute : attributes) {
      if (attribute.kind() != Script.Kind.MODULE) continue;
      registerModule(attribute.name(), tree.module(script.child(attribute)));
    }
  }

  @Override protected Object forward(Object input) {
    Object result = run("forward", input instanceof @Nullable Object[] arguments ? arguments : new Object[] {input});
    return result == null ? Optional.empty() : result;
  }

  /** {@return the names of the methods that the script exports, {@code forward} among them where there is one} */
  public List<String> methods() {
    return List.copyOf(methods);
  }

  /**
   * Runs a method, without hooks: C++'s {@code run_method}.
   *
   * @param arguments as many as the method declares; those with default values may be left out from the end
   * @throws ModuleException if there is no such method
   * @throws dev.jtorch.TorchException if an argument has another type than the method declares, or the method fails
   */
  public @Nullable Object runMethod(String method, @Nullable Object... arguments) {
    return run(method, arguments);
  }

  private @Nullable Object run(String method, @Nullable Object... arguments) {
    if (!methods.contains(method)) {
      throw new ModuleException(script.className() + ": no method '" + method + "' (expected: one of "
          + String.join(", ", methods) + ")");
    }
    give();
    try {
      return ScriptData.fromScript(script.run(method, ScriptData.toScript(arguments)));
    } finally {
      take();
    }
  }

  private void give() {
    tensors.give();
    for (Module child : children) if (child instanceof ScriptModule part) part.give();
  }

  private void take() {
    tensors.take();
    for (Module child : children) if (child instanceof ScriptModule part) part.take();
  }

  /** Sets the mode of this module and all descendants, in the script too. */
  @Override public ScriptModule train(boolean mode) {
    super.train(mode);
    script.training(mode);
    return this;
  }

  /** Python's name for every module of a loaded script. */
  @Override public String typeName() {
    return "RecursiveScriptModule";
  }

  @Override protected String extraRepr() { return "original_name=" + script.className(); }
}
