package dev.jtorch.vision.ops;

import dev.jtorch.FluentOptions;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.container.ModuleList;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.vision.keys.OldKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feature pyramid: brings the maps of several layers of a backbone to as many channels, and adds to each what the smaller ones see.
 *
 * <p>Formula: from the smallest map to the largest, {@code inner_i = innerBlocks_i(x_i) + resize(inner_(i+1))} and
 * {@code y_i = layerBlocks_i(inner_i)}, where pixels are repeated to the larger map's size.
 *
 * <p>Shape: maps by name, the largest first, {@code (N, inChannelsList[i], H_i, W_i)}; output by the same names and in the same order
 * {@code (N, outChannels, H_i, W_i)}, and then the extra levels. Sizes need not be halves of each other.
 *
 * <p>Initial values: convolutions after He, uniform, from fans in with a slope of 1; biases 0. Extra levels draw their own.
 *
 * <p>Differs from PyTorch: another number of maps than of blocks is refused; {@code loadStateDict} takes keys of old files, such as
 * {@code inner_blocks.0.weight}, whatever version the file says. A network read by {@code WholeModel} has forgotten that.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.ops.FeaturePyramidNetwork.html">FeaturePyramidNetwork</a>;
 *     <a href="https://arxiv.org/abs/1612.03144">Lin et al., Feature Pyramid Networks for Object Detection</a>
 */
public class FeaturePyramidNetwork extends Model<Map<String, Tensor>, Map<String, Tensor>> {
  private static final Pattern OLD_KEY = Pattern.compile("(.*(?:inner|layer)_blocks\\.\\d+)\\.(weight|bias)");

  /** The convolutions of single pixels to the common number of channels, one for each map. */
  public ModuleList<Layer> innerBlocks;
  /** The 3x3 convolutions of the sums, one for each map. */
  public ModuleList<Layer> layerBlocks;
  /** What adds levels; null where there are none. */
  public @Nullable ExtraFPNBlock extraBlocks;

  /** A pyramid for maps of some numbers of channels each, without extra levels. */
  public FeaturePyramidNetwork(long[] inChannelsList, long outChannels) {
    this(inChannelsList, outChannels, o -> o);
  }

  /**
   * A pyramid with options.
   *
   * @throws TorchException if a map has no channels
   */
  @SuppressWarnings("this-escape") // the walk that draws values, and the hook, read fields that are all set by then
  public FeaturePyramidNetwork(long[] inChannelsList, long outChannels, UnaryOperator<Options> with) {
    Options options = with.apply(new Options());
    innerBlocks = new ModuleList<>();
    layerBlocks = new ModuleList<>();
    for (long inChannels : inChannelsList) {
      if (inChannels == 0) throw new TorchException("in_channels=0 is currently not supported");
      innerBlocks.append(block(inChannels, outChannels, 1, options));
      layerBlocks.append(block(outChannels, outChannels, 3, options));
    }
    for (Module module : modules()) if (module instanceof Conv2d conv) LastLevelP6P7.draw(conv);
    extraBlocks = options.extraBlocks();
    registerLoadStateDictPreHook((net, load) -> OldKeys.rename(load.state(), OLD_KEY, "$1.0.$2"));
  }

  private static Layer block(long in, long out, long kernelSize, Options options) {
    return new Conv2dNormActivation(in, out,
        o -> o.kernelSize(kernelSize).normLayer(options.normLayer()).activationLayer(null));
  }

  @Override protected Map<String, Tensor> forward(Map<String, Tensor> maps) {
    int levels = innerBlocks.size();
    if (maps.size() != levels) {
      throw new ShapeException("input has " + maps.size() + " maps (expected: " + levels + ")");
    }
    List<Tensor> inner = inner(new ArrayList<>(maps.values()));
    Map<String, Tensor> results = new LinkedHashMap<>();
    for (String name : maps.keySet()) {
      int level = results.size();
      results.put(name, layerBlocks.get(level).call(inner.get(level)));
    }
    return extraBlocks == null ? results : extraBlocks.call(new ExtraFPNBlock.Levels(results, maps));
  }

  /** The sums of all levels, the largest map first. */
  private List<Tensor> inner(List<Tensor> maps) {
    var sums = new ArrayList<Tensor>();
    for (int level = maps.size() - 1; level >= 0; level--) {
      Tensor lateral = innerBlocks.get(level).call(maps.get(level));
      sums.add(0, sums.isEmpty() ? lateral : lateral.add(resize(sums.get(0), lateral)));
    }
    return sums;
  }

  private static Tensor resize(Tensor map, Tensor like) {
    return F.interpolate(map, o -> o.size(like.size(-2), like.size(-1)));
  }

  /** How a pyramid is built. */
  public static final class Options extends FluentOptions<Options> {
    private @Nullable ExtraFPNBlock extraBlocks;
    private @Nullable LongFunction<? extends Layer> normLayer;

    /** What adds levels; null,; default as, adds none. */
    public Options extraBlocks(@Nullable ExtraFPNBlock extraBlocks) {
      return with(o -> o.extraBlocks = extraBlocks);
    }

    public @Nullable ExtraFPNBlock extraBlocks() { return extraBlocks; }

    /** Makes the normalisation behind each convolution, which then has no bias; null,; default as, for none. */
    public Options normLayer(@Nullable LongFunction<? extends Layer> normLayer) {
      return with(o -> o.normLayer = normLayer);
    }

    public @Nullable LongFunction<? extends Layer> normLayer() { return normLayer; }
  }
}
