package dev.jtorch.vision.models.detection;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.ModuleList;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.vision.models.VGG;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The features of a VGG-16 at six scales or seven, on which SSD looks for objects: those of the fourth stage, scaled to a learned
 * length, those behind the fifth, and those of a few more convolutions, each map smaller than the one before. Leaving out a map
 * leaves out the objects of its size: a detector finds candidates in every cell of every map.
 *
 * <p>The layers are the VGG's own, not copies; its third pooling is changed to round up, as the paper has it.
 *
 * <p>Shape: input {@code (N, 3, H, W)}, outputs "0" to "5" or "6" of 512, 1024, 512, 256, 256, 256 and 256 channels; for 300x300
 * they have 38, 19, 10, 5, 3 and 1 rows.
 *
 * <p>Initial values: convolutions after the VGG's Xavier uniform; biases 0; {@code scaleWeight} 20.
 *
 * <p>Differs from PyTorch: which layers stay as they are, torchvision's {@code trainable_backbone_layers}, is an option here.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models/ssd.html">torchvision's SSD</a>;
 *     <a href="https://arxiv.org/abs/1512.02325">Liu et al., SSD: Single Shot MultiBox Detector, figure 2</a>
 */
public class SSDFeatureExtractorVGG extends Model<Tensor, Map<String, Tensor>> {
  private static final int POOLS = 5;
  private static final double FIRST_LENGTH = 20;
  private static final double LEAST_LENGTH = 1e-12;

  /** The length of each channel of the first map, shape {@code (512)}. */
  public Parameter scaleWeight;
  /** The VGG's layers up to the fourth stage. */
  public Sequential features;
  /** The blocks of the other maps, each of which takes the map before it. */
  public ModuleList<Sequential> extra;

  /** The features for images of 300x300. */
  public SSDFeatureExtractorVGG(VGG backbone) {
    this(backbone, o -> o);
  }

  /**
   * The features with options.
   *
   * @throws ModuleException if the VGG has not five poolings, or the options want more stages to be trained
   */
  @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
  public SSDFeatureExtractorVGG(VGG backbone, UnaryOperator<Options> with) {
    Options options = with.apply(new Options());
    List<Module> layers = backbone.features.children();
    List<Integer> pools = pools(layers);
    freeze(layers, pools, options.trainableLayers());
    ((MaxPool2d) layers.get(pools.get(2))).options(o -> o.ceilMode(true));
    scaleWeight = new Parameter(Torch.full(new long[] {512}, FIRST_LENGTH));
    features = new Sequential(layers.subList(0, pools.get(3)));
    extra = new ModuleList<>(smaller(1024, 256, 3, 2), smaller(512, 128, 3, 2), smaller(256, 128, 3, 1),
        smaller(256, 128, 3, 1));
    if (options.highres()) extra.append(smaller(256, 128, 4, 1));
    extra.modules().forEach(SSDFeatureExtractorVGG::draw);
    Sequential fullyConnected = fullyConnected();
    fullyConnected.modules().forEach(SSDFeatureExtractorVGG::draw);
    extra.insert(0, new Sequential(layers.subList(pools.get(3), layers.size() - 1)).append(fullyConnected));
  }

  private List<Integer> pools(List<Module> layers) {
    var pools = new ArrayList<Integer>();
    for (int i = 0; i < layers.size(); i++) if (layers.get(i) instanceof MaxPool2d) pools.add(i);
    if (pools.size() == POOLS) return pools;
    throw new ModuleException(typeName() + ": features have " + pools.size() + " poolings (expected: " + POOLS + ")");
  }

  private static void freeze(List<Module> layers, List<Integer> pools, int trainable) {
    if (trainable < 0 || trainable > POOLS) {
      throw new ModuleException("trainable_layers should be in the range [0, " + POOLS + "]. Instead got " + trainable);
    }
    int frozen = trainable == 0 ? layers.size() : trainable == POOLS ? 0 : pools.get(POOLS - 1 - trainable);
    layers.subList(0, frozen).forEach(layer -> layer.requiresGrad_(false));
  }

  /** Two convolutions, the second of which gives a smaller map of twice as many channels. */
  private static Sequential smaller(long in, long middle, long kernel, long stride) {
    return new Sequential(new Conv2d(in, middle, 1), rectifier(),
        new Conv2d(middle, 2 * middle, kernel, o -> o.stride(stride).padding(stride == 1 ? 0 : 1)), rectifier());
  }

  /** VGG's first two linear layers as convolutions, with holes that stand for the missing fifth pooling. */
  private static Sequential fullyConnected() {
    return new Sequential(new MaxPool2d(3, o -> o.stride(1).padding(1)),
        new Conv2d(512, 1024, 3, o -> o.padding(6).dilation(6)), rectifier(), new Conv2d(1024, 1024, 1), rectifier());
  }

  private static Layer rectifier() { return new ReLU(o -> o.inplace(true)); }

  private static void draw(Module module) {
    if (!(module instanceof Conv2d conv)) return;
    Init.xavierUniform_(conv.weight);
    if (conv.bias != null) Init.zeros_(conv.bias);
  }

  @Override protected Map<String, Tensor> forward(Tensor input) {
    var outputs = new LinkedHashMap<String, Tensor>();
    Tensor x = features.call(input);
    Tensor length = x.norm(2, 1, true).clampMin(LEAST_LENGTH);
    outputs.put("0", scaleWeight.view(1, -1, 1, 1).mul(x.div(length)));
    for (Sequential block : extra) {
      x = block.call(x);
      outputs.put(String.valueOf(outputs.size()), x);
    }
    return outputs;
  }

  /** How the features are built. */
  public static final class Options extends FluentOptions<Options> {
    private boolean highres = false;
    private int trainableLayers = POOLS;

    /** Has one map more, for images of 512x512; default false. */
    public Options highres(boolean highres) {
      return with(o -> o.highres = highres);
    }

    public boolean highres() { return highres; }

    /** How many of the VGG's five stages are trained, from the end; the others are frozen; default 5. */
    public Options trainableLayers(int trainableLayers) {
      return with(o -> o.trainableLayers = trainableLayers);
    }

    public int trainableLayers() { return trainableLayers; }
  }
}
