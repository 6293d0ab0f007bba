package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.FluentLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers of which each takes the block's input and what all layers before it made. They are named {@code denselayer1},
 * {@code denselayer2} and so on.
 *
 * <p>Shape: input {@code (N, C, H, W)}, output {@code (N, C + layers · growthRate, H, W)}.
 *
 * <p>Initial values: those of its layers; a {@link DenseNet} draws others.
 *
 * <p>Differs from PyTorch: it is no dictionary; {@code block.getModule("denselayer1", DenseLayer.class)} gives a layer.
 *
 * @see <a href="https://arxiv.org/abs/1608.06993">Huang et al., Densely Connected Convolutional Networks, figure 1</a>
 */
public class DenseBlock extends FluentLayer<DenseBlock> {
  /** A block of so many layers for so many channels; of the options it takes what is said about layers. */
  @SuppressWarnings("this-escape") // the view of the children is used before the constructor ends, and by nobody else
  public DenseBlock(long numLayers, long numInputFeatures, DenseNetOptions options) {
    for (long i = 0; i < numLayers; i++) {
      layers().put("denselayer" + (i + 1), new DenseLayer(numInputFeatures + i * options.growthRate(), options));
    }
  }

  private Members<DenseLayer> layers() { return Members.modules(this); }

  @Override protected Tensor forward(Tensor x) {
    List<Tensor> features = new ArrayList<>(List.of(x));
    for (DenseLayer layer : layers()) features.add(layer.call(List.copyOf(features)));
    return Torch.cat(features, 1);
  }

  @Override protected long stateVersion() { return 2; }

  @Override public String typeName() { return "_DenseBlock"; }
}
