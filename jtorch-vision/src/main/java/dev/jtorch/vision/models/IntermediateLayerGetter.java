package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first children of a network, run one after the other; it gives what some of them put out. The children, and so their
 * keys, are the network's; those after the last one asked for are left out.
 *
 * <p>The network must call its children in the order in which it has them, and each once: a {@link ResNet} does up to its
 * {@code avgpool}. A {@link FeatureExtractor} needs no such order.
 *
 * <p>Shape: input, the network's; outputs by their new names, in the order of execution.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/feature_extraction.html">torchvision's feature extraction</a>
 */
public class IntermediateLayerGetter extends Model<Tensor, Map<String, Tensor>> {
  private final Map<String, String> returnLayers;

  /**
   * A getter.
   *
   * @param returnLayers the new name of each child's output, by the child's name
   * @throws ModuleException if the network has no such child, or one up to the last of them is no {@link Layer}
   */
  @SuppressWarnings("this-escape") // the view of the children is used before the constructor ends, and by nobody else
  public IntermediateLayerGetter(Module model, Map<String, String> returnLayers) {
    this.returnLayers = Map.copyOf(returnLayers);
    Map<String, Module> children = model.namedChildren();
    if (!children.keySet().containsAll(returnLayers.keySet())) {
      throw new ModuleException("return_layers are not present in model");
    }
    int left = returnLayers.size();
    for (Map.Entry<String, Module> child : children.entrySet()) {
      chain().put(child.getKey(), checked(child.getKey(), child.getValue()));
      if (returnLayers.containsKey(child.getKey())) left--;
      if (left == 0) break;
    }
  }

  private Layer checked(String name, Module child) {
    if (child instanceof Layer layer) return layer;
    throw new ModuleException(
        typeName() + ": child '" + name + "' is a " + child.typeName() + " (expected: a Layer)");
  }

  private Members<Layer> chain() { return Members.modules(this); }

  @Override protected Map<String, Tensor> forward(Tensor input) {
    var outputs = new LinkedHashMap<String, Tensor>();
    Tensor x = input;
    for (Map.Entry<String, Layer> child : chain().byName().entrySet()) {
      x = child.getValue().call(x);
      String name = returnLayers.get(child.getKey());
      if (name != null) outputs.put(name, x);
    }
    return outputs;
  }
}
