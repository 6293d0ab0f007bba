package dev.jtorch.vision.ops;

import dev.jtorch.FluentOptions;
import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.utils.FusedWeights;
import dev.jtorch.nn.utils.Fusion;
import dev.jtorch.nn.utils.Statistics;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An asymmetric convolution block: a square kernel, a column and a row, each with a normalisation, whose outputs are added. When
 * training is over, one convolution does the same.
 *
 * <p>Formula: {@code y = squareBn(squareConv(x)) + verBn(verConv(x)) + horBn(horConv(x))}
 *
 * <p>Shape: input {@code (N, inChannels, H, W)}, output {@code (N, outChannels, H / stride, W / stride)}, rounded up, unless the padding
 * says otherwise.
 *
 * <p>Initial values: those of its layers.
 *
 * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the authors.
 *
 * @see <a href="https://arxiv.org/abs/1908.03930">Ding et al., ACNet</a>
 */
public class ACBlock extends FluentLayer<ACBlock> {
  private final long inChannels;
  private final long outChannels;
  private final long kernelSize;
  private final Options options;
  /** The convolution with the square kernel; null after {@link #switchToDeploy}. */
  public @Nullable Conv2d squareConv;
  /** The normalisation behind it; null after {@link #switchToDeploy}. */
  public @Nullable BatchNorm2d squareBn;
  /** The convolution with a column; null after {@link #switchToDeploy}. */
  public @Nullable Conv2d verConv;
  /** The convolution with a row; null after {@link #switchToDeploy}. */
  public @Nullable Conv2d horConv;
  /** The normalisation behind the column; null after {@link #switchToDeploy}. */
  public @Nullable BatchNorm2d verBn;
  /** The normalisation behind the row; null after {@link #switchToDeploy}. */
  public @Nullable BatchNorm2d horBn;
  /** The convolution that does all; null before {@link #switchToDeploy}. */
  public @Nullable Conv2d fusedConv;

  /** A block that keeps the size of images. */
  public ACBlock(long inChannels, long outChannels, long kernelSize) {
    this(inChannels, outChannels, kernelSize, o -> o);
  }

  /**
   * A block with options.
   *
   * @throws TorchException if the kernel's size is even, or if the padding ends before a column or a row can be at the centre
   */
  public ACBlock(long inChannels, long outChannels, long kernelSize, UnaryOperator<Options> with) {
    if (kernelSize % 2 == 0) {
      throw new TorchException("ACBlock: kernelSize is " + kernelSize + " (expected: an odd one, which has a centre)");
    }
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernelSize = kernelSize;
    long centre = kernelSize / 2;
    options = with.apply(new Options(centre));
    long rest = options.padding() - centre; // of what a column or a row is padded by where it is but one element wide
    if (rest < 0) {
      throw new TorchException("ACBlock: padding is " + options.padding() + " (expected: " + centre + " or more)");
    }
    squareConv = conv(Size.of(kernelSize, kernelSize), Size.of(options.padding(), options.padding()));
    squareBn = new BatchNorm2d(outChannels);
    verConv = conv(Size.of(kernelSize, 1), Size.of(options.padding(), rest));
    horConv = conv(Size.of(1, kernelSize), Size.of(rest, options.padding()));
    verBn = new BatchNorm2d(outChannels);
    horBn = new BatchNorm2d(outChannels);
  }

  private Conv2d conv(Size kernel, Size padding) {
    return new Conv2d(inChannels, outChannels, kernel.toLongArray(),
        o -> o.stride(options.stride()).padding(padding.toLongArray()).groups(options.groups()).bias(false));
  }

  @Override protected Tensor forward(Tensor x) {
    if (fusedConv != null) return fusedConv.call(x);
    Tensor square = present(squareBn).call(present(squareConv).call(x));
    Tensor column = present(verBn).call(present(verConv).call(x));
    Tensor row = present(horBn).call(present(horConv).call(x));
    return square.add(column).add(row);
  }

  private static <L extends Layer> L present(@Nullable L branch) {
    if (branch != null) return branch;
    throw new ModuleException("a branch is null (expected: a layer, until switchToDeploy)");
  }

  /** Puts one convolution in the place of the branches, as they are in evaluation. A second call changes nothing. */
  public void switchToDeploy() {
    if (fusedConv != null) return;
    Conv2d all = conv(Size.of(kernelSize, kernelSize), Size.of(options.padding(), options.padding()));
    all.options(o -> o.bias(true));
    FusedWeights square = fused(squareConv, squareBn);
    Parameter weight = square.weight();
    Parameter bias = square.bias();
    try (var quiet = Torch.noGrad(); var scope = Scope.open()) {
      addTo(weight.narrow(3, kernelSize / 2, 1), bias, fused(verConv, verBn));
      addTo(weight.narrow(2, kernelSize / 2, 1), bias, fused(horConv, horBn));
    }
    all.weight = weight;
    bias.requiresGrad_(weight.requiresGrad());
    all.bias = bias;
    all.train(training());
    replaceBranches(all);
  }

  private static void addTo(Tensor weight, Tensor bias, FusedWeights branch) {
    weight.add_(branch.weight());
    bias.add_(branch.bias());
  }

  private static FusedWeights fused(@Nullable Conv2d conv, @Nullable BatchNorm2d norm) {
    Conv2d kernel = present(conv);
    return Fusion.fuseConvBnWeights(kernel.weight, kernel.bias, Statistics.of(present(norm)));
  }

  private void replaceBranches(Conv2d all) {
    squareConv = null;
    squareBn = null;
    verConv = null;
    horConv = null;
    verBn = null;
    horBn = null;
    fusedConv = all;
  }

  /** {@return how the block was built} */
  public final Options options() { return options; }

  /** How the kernels of a block move; all three in the same way. */
  public static final class Options extends FluentOptions<Options> {
    private long stride = 1;
    private long padding;
    private long groups = 1;

    private Options(long padding) {
      this.padding = padding;
    }

    /** Steps between outputs; default 1. */
    public Options stride(long stride) { return with(o -> o.stride = stride); }

    public long stride() { return stride; }

    /**
     * What is added around images for the square kernel; default half of its size. The column and the row are padded so that they
     * lie in its middle.
     */
    public Options padding(long padding) { return with(o -> o.padding = padding); }

    public long padding() { return padding; }

    /** Number of groups that the channels are divided into; default 1. */
    public Options groups(long groups) {
      return with(o -> o.groups = groups);
    }

    public long groups() { return groups; }
  }
}
