package dev.jtorch.jit;

import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.NativeData;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.Script;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the modules of one archive. What the archive holds under two names is one module, or one tensor, in Java too. */
final class ScriptTree {
  private final Map<Long, ScriptModule> modules = new HashMap<>();
  private final Map<Long, Parameter> parameters = new HashMap<>();
  private final Map<Long, Buffer> buffers = new HashMap<>();
  /** The archive's own tensors, which live while others are compared with them. */
  private final List<NativeTensor> originals = new ArrayList<>();

  ScriptModule module(Script script) {
    long identity = script.identity();
    ScriptModule known = modules.get(identity);
    if (known != null) return known;
    var made = new ScriptModule(script);
    modules.put(identity, made);
    made.read(this);
    return made;
  }

  Parameter parameter(NativeTensor original) {
    return parameters.computeIfAbsent(identity(original), i -> {
      var tensor = Bridge.tensor(original);
      return tensor.requiresGrad() ? new Parameter(tensor) : Parameter.frozen(tensor);
    });
  }

  Buffer buffer(NativeTensor original) {
    return buffers.computeIfAbsent(identity(original), i -> new Buffer(Bridge.tensor(original)));
  }

  private long identity(NativeTensor original) {
    originals.add(original);
    return NativeData.identity(original);
  }
}
