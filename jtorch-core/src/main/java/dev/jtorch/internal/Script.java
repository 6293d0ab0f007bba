package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** One module of a TorchScript archive: its attributes by slot, and its methods by name. */
public final class Script {
  private static final BytePointer TRAINING = Optionals.text("training");

  private final JitModule module;
  private final Map<String, ScriptMethod> methods = new ConcurrentHashMap<>();

  private Script(JitModule module) {
    this.module = module;
  }

  /** What an attribute of a module is. */
  public enum Kind {
    PARAMETER, BUFFER, MODULE, OTHER
  }

  /** A named place in a module. */
  public record Attribute(String name, Kind kind, int slot) {}

  /** Reads an archive; its tensors come to where they were saved from. */
  public static Script load(String path) {
    try (var anywhere = new DeviceOptional(); BytePointer file = Optionals.freshText(path)) {
      VirtualModes.apply();
      return new Script(torch.load(file, anywhere, true));
    } catch (RuntimeException e) {
      throw translate("Jit.load", e);
    }
  }

  /** Reads an archive; its tensors come to one device. */
  public static Script load(String path, int deviceType, int deviceIndex) {
    try (var device = NativeOptions.device(deviceType, deviceIndex);
        var there = new DeviceOptional(device);
        BytePointer file = Optionals.freshText(path)) {
      VirtualModes.apply();
      return new Script(torch.load(file, there, true));
    } catch (RuntimeException e) {
      throw translate("Jit.load", e);
    }
  }

  /** Tells modules apart: the same module under two names has one identity. */
  public long identity() {
    try (var object = module._ivalue()) {
      return object.address();
    }
  }

  /** {@return the name of the Python class, without its package} */
  public String className() {
    try (var type = module.type(); var name = type.name(); BytePointer text = name.get().name()) {
      return text.getString();
    }
  }

  /** {@return all attributes, in the order in which Python lists them} */
  public List<Attribute> attributes() {
    var attributes = new ArrayList<Attribute>();
    try (var type = module.type()) {
      for (int i = 0; i < type.numAttributes(); i++) {
        try (BytePointer name = type.getAttributeName(i)) {
          attributes.add(new Attribute(name.getString(), kind(type, i), i));
        }
      }
    }
    return attributes;
  }

  private static Kind kind(org.bytedeco.pytorch.ClassType type, int slot) {
    if (type.is_parameter(slot)) return Kind.PARAMETER;
    if (type.is_buffer(slot)) return Kind.BUFFER;
    return type.getAttribute(slot).get().is_module() ? Kind.MODULE : Kind.OTHER;
  }

  /** The module in a slot. */
  public Script child(Attribute attribute) {
    try (IValue value = slot(attribute); var object = value.toObject()) {
      return new Script(new JitModule(object));
    }
  }

  /** The tensor in a slot; null where it holds none. */
  public @Nullable NativeTensor tensor(Attribute attribute) {
    try (IValue value = slot(attribute)) {
      return value.isTensor() ? NativeTensor.unowned(new Tensor(value.toTensor())) : null;
    }
  }

  /** Whether a slot holds this very tensor. */
  public boolean holds(Attribute attribute, NativeTensor tensor) {
    try (IValue value = slot(attribute)) {
      return value.isTensor() && value.toTensor().is_same(tensor.use());
    }
  }

  /** Puts a tensor into a slot. */
  public void tensor(Attribute attribute, NativeTensor tensor) {
    Tensor given = tensor.use();
    try (var object = module._ivalue(); var value = new IValue(given)) {
      try (var change = Sharing.changeBetweenRegions("ScriptModule")) {
        object.setSlot(attribute.slot, value);
      }
    }
  }

  private IValue slot(Attribute attribute) {
    try (var object = module._ivalue()) {
      try (var look = Sharing.alone()) {
        return new IValue(object.getSlot(attribute.slot));
      }
    }
  }

  /** {@return the module's own mode} */
  public boolean training() {
    if (!module.hasattr(TRAINING)) return true;
    try (IValue value = module.attr(TRAINING)) {
      return value.toBool();
    }
  }

  /** Sets the module's own mode, where its class has one. */
  public void training(boolean mode) {
    if (!module.hasattr(TRAINING)) return;
    try (var value = new IValue(mode)) {
      module.setattr(TRAINING, value);
    }
  }

  /** {@return the names of the methods, in order} */
  public List<String> methods() {
    var names = new ArrayList<String>();
    try (var type = module.type()) {
      var functions = type.methods();
      for (long i = 0; i < functions.size(); i++) {
        try (BytePointer name = functions.get(i).name()) {
          names.add(name.getString());
        }
      }
    }
    return names;
  }

  /**
   * Calls a method that exists.
   *
   * @param arguments see {@link ScriptArguments}
   * @return see {@link ScriptResults}
   */
  public @Nullable Object run(String method, @Nullable Object... arguments) {
    ScriptMethod known = methods.get(method);
    if (known == null) {
      var made = new ScriptMethod(module, method);
      known = methods.putIfAbsent(method, made);
      if (known == null) known = made;
    }
    try (var region = Sharing.region()) {
      return known.call(arguments);
    }
  }

  private static final String INTERPRETER = "The following operation failed in the TorchScript interpreter.";
  static RuntimeException translate(String who, RuntimeException e) {
    String text = e.getMessage();
    if (e.getClass() != RuntimeException.class || text == null || !text.contains(INTERPRETER)) {
      return NativeErrors.translate(who, e);
    }
    HookFailures.rethrow(e);
    return NativeErrors.failed(who, who + ": " + lastLine(text), e);
  }

  /** The traceback of the script comes first, as in Python, and what went wrong stands under it. */
  private static String lastLine(String text) {
    String line = "";
    for (String each : text.substring(text.indexOf(INTERPRETER)).split("\\R")) {
      if (each.startsWith("Exception raised from ") || each.startsWith("frame #")) break;
      if (!each.isBlank()) line = each.strip();
    }
    return line.replaceFirst("^RuntimeError: ", "");
  }
}
