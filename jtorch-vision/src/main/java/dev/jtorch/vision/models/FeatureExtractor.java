package dev.jtorch.vision.models;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives what layers inside a network put out, by their names, such as {@code layer2} or {@code features.29}. The network stays
 * as it is, and what it would do after the last of them is not done.
 *
 * <p>A layer that the network calls several times is asked for as {@code relu}, {@code relu_1}, {@code relu_2} and so on. What a
 * later layer overwrites in place is seen overwritten: a {@code bn1} before an activation in place gives the activation's values.
 * Inside another module's call, the outputs live as long as what {@link Tensor#keep()} keeps.
 *
 * <p>Shape: input, the network's; outputs by their new names, in the order of execution.
 *
 * <p>Differs from PyTorch: only outputs of modules have names, operators between them have none, and the name of a module that
 * has children means the module's output, whatever operator makes it; the keys of the state begin with {@code model.}; the mode
 * decides nothing about names.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/feature_extraction.html">torchvision's create_feature_extractor</a>
 */
public class FeatureExtractor extends Model<Tensor, Map<String, Tensor>> {
  private final Map<Node, String> returnNodes = new LinkedHashMap<>();
  /** The network, which is shared and not copied. */
  public Layer model;

  /** One that keeps the layers' names. */
  public FeatureExtractor(Layer model, String... nodes) {
    this(model, Arrays.stream(nodes)
        .collect(Collectors.toMap(Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new)));
  }

  /**
   * One that gives the outputs other names.
   *
   * @param returnNodes the new name of each layer's output, by the layer's name
   * @throws ModuleException if the network has no such layer
   */
  public FeatureExtractor(Layer model, Map<String, String> returnNodes) {
    this.model = model;
    Map<String, Module> known = model.namedModules(o -> o.removeDuplicate(false));
    returnNodes.forEach((name, output) -> {
      Node node = Node.of(name, known.keySet());
      if (!(known.get(node.path()) instanceof Model)) {
        throw new ModuleException("node: '" + name + "' is not present in model; namedModules() gives the names of a "
            + model.typeName());
      }
      this.returnNodes.put(node, output);
    });
  }

  @Override protected Map<String, Tensor> forward(Tensor input) {
    try (var recording = new Recording(model, returnNodes)) {
      return recording.run(input);
    }
  }

  /**
   * One of the calls of a layer.
   *
   * @param path the layer's path in the network
   * @param call which call, from 0 on
   */
  private record Node(String path, int call) {
    private static final Pattern REPEATED = Pattern.compile("(.+)_(\\d{1,9})");

    /** The call that a name means: {@code relu_1} is a layer of that name or else the second call of {@code relu}. */
    static Node of(String name, Set<String> paths) {
      Matcher repeated = REPEATED.matcher(name);
      if (paths.contains(name) || !repeated.matches() || !paths.contains(repeated.group(1))) {
        return new Node(name, 0);
      }
      return new Node(repeated.group(1), Integer.parseInt(repeated.group(2)));
    }
  }

  /** One pass through a network with hooks on some of its layers, which are gone when this is closed. */
  private static final class Recording implements AutoCloseable {
    private final Layer model;
    private final Thread owner = Thread.currentThread();
    private final Map<Node, String> wanted;
    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<String, Tensor> found = new LinkedHashMap<>();
    private final List<RemovableHandle> hooks = new ArrayList<>();

    Recording(Layer model, Map<Node, String> returnNodes) {
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
      String name = wanted.remove(new Node(path, calls.merge(path, 1, Integer::sum) - 1));
      if (name == null) return;
      if (!(output instanceof Tensor tensor)) {
        throw new ModuleException("FeatureExtractor: '" + path + "' puts out " + output + " (expected: a Tensor)");
      }
      found.put(name, tensor.keep());
      if (wanted.isEmpty()) throw new AllFound();
    }

    /** {@return the outputs by their new names} */
    Map<String, Tensor> run(Tensor input) {
      wanted.keySet().stream().map(Node::path).distinct().forEach(this::hook);
      try {
        model.call(input);
      } catch (AllFound rest) {
        return found;
      }
      if (wanted.isEmpty()) return found;
      Node missed = wanted.keySet().iterator().next();
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
}
