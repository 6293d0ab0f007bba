package dev.jtorch.summary;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Scope;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** One forward pass with hooks on all modules, which note who was called, in which order, and with what result. */
final class Probe {
  private final PassOptions options;
  private final CallOrder order = new CallOrder();
  /** The last call of each module. */
  private final IdentityHashMap<Module, LayerRow> calls = new IdentityHashMap<>();
  private final List<RemovableHandle> hooks = new ArrayList<>();

  private Probe(PassOptions options) {
    this.options = options;
  }

  /**
   * The rows of the modules that {@code net} calls when it is given {@code input}, without gradients. Modes and hooks are as
   * before when it returns.
   */
  static <I> List<LayerRow> run(Model<I, ?> net, I input, PassOptions options) {
    var probe = new Probe(options);
    List<Runnable> modes = net.modules().stream().map(Probe::mode).toList();
    new LayerTree(net).lastPlaces().forEach(probe::listenTo);
    try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
      net.train(options.mode() == Mode.TRAIN);
      net.call(input);
    } catch (RuntimeException e) {
      throw new TorchException(
          "Summary: forward failed after layers " + probe.order.executed() + ": " + e.getMessage(), e);
    } finally {
      probe.hooks.forEach(RemovableHandle::remove);
      // a mode is set for a whole subtree: parents first, so that each module's own is set last
      modes.forEach(Runnable::run);
    }
    return probe.order.rows();
  }

  /** What gives a module the mode that it has now. */
  private static Runnable mode(Module module) {
    boolean training = module.training();
    return () -> module.train(training);
  }

  private void listenTo(Module module, LayerRow place) {
    if (module instanceof Model<?, ?> model) listenTo(model, place);
  }

  private <I, O> void listenTo(Model<I, O> model, LayerRow place) {
    hooks.add(model.registerForwardPreHook((m, input) -> {
      LayerRow call = place.again();
      order.add(call);
      calls.put(model, call);
      return null;
    }));
    hooks.add(model.registerForwardHook((m, input, output) -> {
      Objects.requireNonNull(calls.get(model)).end(TensorSize.ofInput(input, options.batchDim()),
          TensorSize.ofOutput(output, options.batchDim()));
      return null;
    }));
  }
}
