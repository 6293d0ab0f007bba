package dev.jtorch.jit;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.Script;
import dev.jtorch.nn.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters and buffers of one module of a script, which Java and the script both hold. The tensors are the same, so a
 * change of their elements needs nothing; what puts other tensors in their place, such as {@code to} or an assignment in the
 * script, is passed on around each call.
 */
final class ScriptTensors {
  private final ScriptModule owner;
  private final Script script;
  private final Map<Script.Attribute, Place> places = new LinkedHashMap<>();

  /** What each side held when it was looked at last. */
  private static final class Place {
    @Nullable Tensor inJava;
    @Nullable NativeTensor inScript;

    void both(@Nullable Tensor tensor) {
      inJava = tensor;
      inScript = tensor == null ? null : Bridge.handle(tensor);
    }
  }

  ScriptTensors(ScriptModule owner, Script script) {
    this.owner = owner;
    this.script = script;
  }

  /** Registers the script's tensors, and puts what Java calls by their names into the script. */
  void read(ScriptTree tree, List<Script.Attribute> attributes) {
    for (Script.Kind kind : List.of(Script.Kind.PARAMETER, Script.Kind.BUFFER)) {
      for (Script.Attribute attribute : attributes) if (attribute.kind() == kind) read(tree, attribute);
    }
  }

  private void read(ScriptTree tree, Script.Attribute attribute) {
    var place = new Place();
    places.put(attribute, place);
    NativeTensor original = script.tensor(attribute);
    if (attribute.kind() == Script.Kind.PARAMETER) {
      var parameter = original == null ? null : tree.parameter(original);
      owner.registerParameter(attribute.name(), parameter);
      place.both(parameter);
    } else {
      var buffer = original == null ? null : tree.buffer(original);
      owner.registerBuffer(attribute.name(), buffer);
      place.both(buffer);
    }
    if (place.inScript != null) script.tensor(attribute, place.inScript);
  }

  /** Gives the script what Java has put in the place of its tensors. */
  void give() {
    if (places.isEmpty()) return;
    Map<String, Tensor> now = new LinkedHashMap<>();
    now.putAll(owner.namedParameters(o -> o.recurse(false).removeDuplicate(false)));
    now.putAll(owner.namedBuffers(o -> o.recurse(false).removeDuplicate(false)));
    places.forEach((attribute, place) -> {
      Tensor held = now.get(attribute.name());
      if (held == null || held == place.inJava) return;
      place.both(held);
      script.tensor(attribute, Bridge.handle(held));
    });
  }

  /** Registers what the script has assigned to its buffers. */
  void take() {
    places.forEach((attribute, place) -> {
      if (attribute.kind() != Script.Kind.BUFFER) return;
      if (place.inScript != null && script.holds(attribute, place.inScript)) return;
      NativeTensor assigned = script.tensor(attribute);
      if (assigned == null) return;
      place.inScript = assigned;
      var buffer = new Buffer(Bridge.tensor(assigned));
      place.inJava = buffer;
      owner.registerBuffer(attribute.name(), buffer);
    });
  }
}
