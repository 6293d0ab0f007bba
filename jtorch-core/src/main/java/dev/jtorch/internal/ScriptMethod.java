package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Argument;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Method;
import org.jspecify.annotations.Nullable;

/** A method of a TorchScript module, with what it says about its arguments. */
final class ScriptMethod {
  private final String name;
  private final Method method;
  private final List<Parameter> parameters = new ArrayList<>();

  /** An argument that the method takes. */
  private record Parameter(String name, ScriptType type, boolean required) {}

  ScriptMethod(JitModule module, String name) {
    this.name = name;
    method = module.get_method(Optionals.text(name));
    PooledNatives.keptWith(this, 1);
    Argument all = method.function().getSchema().arguments();
    for (long i = 1; i < method.num_inputs(); i++) { // the first is self
      Argument argument = all.getPointer(i);
      try (BytePointer text = argument.name(); var standard = argument.default_value()) {
        parameters.add(new Parameter(text.getString(), ScriptType.of(argument.type()), !standard.has_value()));
      }
    }
  }

  @Nullable Object call(@Nullable Object... arguments) {
    check(arguments.length);
    try (var stack = new IValueVector()) {
      for (int i = 0; i < arguments.length; i++) {
        Parameter parameter = parameters.get(i);
        var converter = new ScriptArguments(name + ": argument '" + parameter.name + "'");
        try (IValue value = converter.value(arguments[i], parameter.type)) {
          stack.push_back(value);
        }
      }
      VirtualModes.apply();
      try (IValue result = method.apply(stack)) {
        return new ScriptResults(name).value(result);
      }
    } catch (RuntimeException e) {
      throw Script.translate(name, e);
    }
  }

  private void check(int given) {
    long required = parameters.stream().filter(Parameter::required).count();
    if (given >= required && given <= parameters.size()) return;
    throw NativeErrors.failed(name, name + ": got " + given + " arguments (expected: " + signature() + ")");
  }

  private String signature() {
    var text = new StringBuilder("(");
    for (Parameter parameter : parameters) {
      if (text.length() > 1) text.append(", ");
      text.append(parameter.name).append(": ").append(parameter.type.text());
      if (!parameter.required) text.append(", optional");
    }
    return text.append(')').toString();
  }
}
