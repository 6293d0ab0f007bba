package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
  private final Map<FeatureNode, String> returnNodes = new LinkedHashMap<>();
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
      FeatureNode node = FeatureNode.of(name, known.keySet());
      if (!(known.get(node.path()) instanceof Model)) {
        throw new ModuleException("node: '" + name + "' is not present in model; namedModules() gives the names of a "
            + model.typeName());
      }
      this.returnNodes.put(node, output);
    });
  }

  @Override protected Map<String, Tensor> forward(Tensor input) {
    try (var recording = new FeatureRecording(model, returnNodes)) {
      return recording.run(input);
    }
  }
}
