package dev.jtorch.summary;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Scope;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One forward pass with hooks on all modules, which note who was called, in which order, and with what result. */
final class Probe {
  private final List<LayerRow> rows = new ArrayList<>();
  private final Set<Module> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  /** The last call of each module. */
  private final IdentityHashMap<Module, LayerRow> calls = new IdentityHashMap<>();
  private final IdentityHashMap<Module, List<RemovableHandle>> hooks = new IdentityHashMap<>();

  private Probe() {}

  /**
   * The rows of the modules that {@code net} calls when it is given {@code input}, in evaluation mode and without gradients.
   * Modes and hooks are as before when it returns.
   */
  static <I> List<LayerRow> run(Model<I, ?> net, I input) {
    var probe = new Probe();
    var modes = new IdentityHashMap<Module, Boolean>();
    net.modules().forEach(module -> modes.put(module, module.training()));
    probe.listenTo(net);
    try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
      net.eval();
      net.call(input);
    } catch (RuntimeException e) {
      throw probe.failed(e);
    } finally {
      probe.hooks.values().forEach(both -> both.forEach(RemovableHandle::remove));
      // a mode is set for a whole subtree: parents first, so that each module's own is set last
      net.modules().forEach(module -> module.train(Objects.requireNonNull(modes.get(module))));
    }
    return new MissingContainers(probe.rows, probe.seen).inserted();
  }

  /** A module that stands at several places is heard at the last of them, as in torchinfo. */
  private void listenTo(Module net) {
    var places = new HashMap<String, LayerRow>();
    net.namedModules(o -> o.removeDuplicate(false)).forEach((path, module) -> {
      LayerRow parent = path.isEmpty() ? null : places.get(parentOf(path));
      int depth = parent == null ? 0 : parent.depth + 1;
      places.put(path, new LayerRow(module, depth, parent));
      List<RemovableHandle> before = hooks.remove(module);
      if (before != null) before.forEach(RemovableHandle::remove);
      if (module instanceof Model<?, ?> model) hooks.put(module, listenTo(model, depth, parent));
    });
  }

  private static String parentOf(String path) { return path.substring(0, Math.max(0, path.lastIndexOf('.'))); }

  private <I, O> List<RemovableHandle> listenTo(Model<I, O> model, int depth, @Nullable LayerRow parent) {
    return List.of(model.registerForwardPreHook((m, input) -> {
      begin(new LayerRow(model, depth, parent));
      return null;
    }), model.registerForwardHook((m, input, output) -> {
      Objects.requireNonNull(calls.get(model)).end(TensorSize.of(output));
      return null;
    }));
  }

  private void begin(LayerRow row) {
    row.countParameters();
    row.recursive = !seen.add(row.module);
    rows.add(row);
    calls.put(row.module, row);
  }

  private TorchException failed(RuntimeException e) {
    List<String> executed = rows.stream().filter(row -> row.executed).map(row -> row.module.typeName()).toList();
    return new TorchException("Summary: forward failed after layers " + executed + ": " + e.getMessage(), e);
  }
}
