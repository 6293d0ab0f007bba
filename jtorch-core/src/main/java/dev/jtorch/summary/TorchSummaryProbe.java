package dev.jtorch.summary;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Tensor;
import dev.jtorch.bridge.TensorTree;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.container.ModuleList;
import dev.jtorch.nn.container.Sequential;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One forward pass with a hook on each visit of a module, chains, lists and the root left out, as torchsummary has it. */
final class TorchSummaryProbe {
  private final TorchSummaryOptions options;
  private final Set<Module> registered = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<RemovableHandle> hooks = new ArrayList<>();
  private final List<TorchSummaryRow> rows = new ArrayList<>();

  private TorchSummaryProbe(TorchSummaryOptions options) {
    this.options = options;
  }

  /** A row for each hook that runs; the hooks are gone when it returns, or throws what {@code forward} threw. */
  static <I> List<TorchSummaryRow> run(Model<I, ?> net, I input, TorchSummaryOptions options) {
    var probe = new TorchSummaryProbe(options);
    try {
      net.apply(module -> probe.listenTo(net, module));
      net.call(input);
    } finally {
      probe.hooks.forEach(RemovableHandle::remove);
    }
    return probe.rows;
  }

  private void listenTo(Module root, Module module) {
    if (module == root || module instanceof Sequential || module instanceof ModuleList) return;
    if (!registered.add(module) && options.deduplicate()) return;
    if (module instanceof Model<?, ?> model) listenTo(model);
  }

  private <I, O> void listenTo(Model<I, O> model) {
    hooks.add(model.registerForwardHook((m, input, output) -> {
      rows.add(row(model, output));
      return null;
    }));
  }

  private TorchSummaryRow row(Module module, @Nullable Object output) {
    String name = module.typeName() + "-" + (rows.size() + 1);
    var shapes = new ArrayList<List<Long>>();
    boolean single = output instanceof Tensor;
    TensorTree.forEach("output", output, tensor -> shapes.add(shape(tensor, single ? options.batchSize() : -1)));
    Map<String, Parameter> own = module.namedParameters(o -> o.recurse(false));
    if (options.allParameters()) {
      return new TorchSummaryRow(name, List.copyOf(shapes), single, count(own, parameter -> true),
          count(own, Tensor::requiresGrad));
    }
    Tensor weight = attribute(module, own, "weight");
    long params = count(weight) + count(attribute(module, own, "bias"));
    return new TorchSummaryRow(name, List.copyOf(shapes), single, params,
        weight != null && weight.requiresGrad() ? params : 0);
  }

  /** The first size is the batch's, whatever it means; a scalar has none. */
  private static List<Long> shape(Tensor tensor, long batch) {
    if (tensor.dim() == 0) return List.of();
    return LongStream.concat(LongStream.of(batch), tensor.shape().stream().skip(1).mapToLong(Long::longValue)).boxed()
        .toList();
  }

  /** Buffers count, too, if they have the name of a parameter. */
  private static @Nullable Tensor attribute(Module module, Map<String, Parameter> own, String name) {
    Parameter parameter = own.get(name);
    return parameter != null ? parameter : module.namedBuffers(o -> o.recurse(false)).get(name);
  }

  private static long count(@Nullable Tensor tensor) {
    return tensor == null ? 0 : tensor.numel();
  }

  private static long count(Map<String, Parameter> own, Predicate<Tensor> counts) {
    return own.values().stream().filter(counts).mapToLong(Tensor::numel).sum();
  }
}
