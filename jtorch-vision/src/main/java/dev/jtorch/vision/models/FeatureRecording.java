package dev.jtorch.vision.models;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.ModuleException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass through a network with hooks on some of its layers, which are gone when this is closed. */
final class FeatureRecording implements AutoCloseable {
  private final Layer model;
  private final Thread owner = Thread.currentThread();
  private final Map<FeatureNode, String> wanted;
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Tensor> found = new LinkedHashMap<>();
  private final List<RemovableHandle> hooks = new ArrayList<>();

  FeatureRecording(Layer model, Map<FeatureNode, String> returnNodes) {
    this.model = model;
    wanted = new LinkedHashMap<>(returnNodes);
  }

  @SuppressWarnings("unchecked") // a hook that takes any input and output
  private void hook(String path) {
    var layer = (Model<Object, Object>) model.getModule(path, Model.class);
    hooks.add(layer.registerForwardHook((module, in, out) -> {
      if (Thread.currentThread() == owner) record(path, out);
      return null;
    }));
  }

  private void record(String path, @Nullable Object output) {
    String name = wanted.remove(new FeatureNode(path, calls.merge(path, 1, Integer::sum) - 1));
    if (name == null) return;
    if (!(output instanceof Tensor tensor)) {
      throw new ModuleException("FeatureExtractor: '" + path + "' puts out " + output + " (expected: a Tensor)");
    }
    found.put(name, tensor.keep());
    if (wanted.isEmpty()) throw new AllFound();
  }

  /** {@return the outputs by their new names} */
  Map<String, Tensor> run(Tensor input) {
    wanted.keySet().stream().map(FeatureNode::path).distinct().forEach(this::hook);
    try {
      model.call(input);
    } catch (AllFound rest) {
      return found;
    }
    if (wanted.isEmpty()) return found;
    FeatureNode missed = wanted.keySet().iterator().next();
    throw new ModuleException(model.typeName() + " called '" + missed.path() + "' "
        + calls.getOrDefault(missed.path(), 0) + " times (expected: at least " + (missed.call() + 1) + ")");
  }

  @Override public void close() { hooks.forEach(RemovableHandle::remove); }

  /** Leaves a network in which nothing more is of interest. */
  private static final class AllFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AllFound() {
      super("all features are found", null, false, false);
    }
  }
}
