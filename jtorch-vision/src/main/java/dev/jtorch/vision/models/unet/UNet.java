package dev.jtorch.vision.models.unet;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.conv.ConvTranspose2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.upsampling.Upsample;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * U-Net: four steps down to small maps of many channels, and four steps up again, each beside the map of its size.
 *
 * <p>Shape: input {@code (N, nChannels, H, W)} with H and W of at least 16, output {@code (N, nClasses, H, W)}: logits for each
 * pixel. H and W need not be powers of two. In training there is more than one value for each channel of the smallest map,
 * that is a batch of at least two, or H or W of at least 32.
 *
 * <p>Initial values: those of its layers.
 *
 * <p>Differs from PyTorch: it has no such network. Names, keys and initial values are those of the implementation that is best known,
 * whose convolutions pad and whose normalisations the paper does not have.
 *
 * @see <a href="https://arxiv.org/abs/1505.04597">Ronneberger et al., U-Net</a>
 */
public class UNet extends FluentLayer<UNet> {
  private final Options options;
  /** The first convolutions, to 64 channels. */
  public DoubleConv inc;
  /** The first step down, to 128 channels. */
  public Down down1;
  /** The second step down, to 256 channels. */
  public Down down2;
  /** The third step down, to 512 channels. */
  public Down down3;
  /** The fourth step down, to 512 channels, or to 1024 where maps grow by transposed convolutions. */
  public Down down4;
  /** The first step up, to maps of an eighth of the images' size. */
  public Up up1;
  /** The second step up, to maps of a quarter of the images' size. */
  public Up up2;
  /** The third step up, to maps of half of the images' size. */
  public Up up3;
  /** The fourth step up, to 64 channels in the images' size. */
  public Up up4;
  /** The convolution to the classes. */
  public OutConv outc;

  /** A network whose maps grow by interpolation. */
  public UNet(long nChannels, long nClasses) {
    this(nChannels, nClasses, o -> o);
  }

  /** A network with options. */
  public UNet(long nChannels, long nClasses, UnaryOperator<Options> with) {
    options = with.apply(new Options());
    // interpolation leaves the number of channels to the convolutions before it
    long factor = options.bilinear() ? 2 : 1;
    inc = new DoubleConv(nChannels, 64);
    down1 = new Down(64, 128);
    down2 = new Down(128, 256);
    down3 = new Down(256, 512);
    down4 = new Down(512, 1024 / factor);
    up1 = up(1024, 512 / factor);
    up2 = up(512, 256 / factor);
    up3 = up(256, 128 / factor);
    up4 = up(128, 64);
    outc = new OutConv(64, nClasses);
  }

  private Up up(long in, long out) { return options.bilinear() ? Up.bilinear(in, out) : Up.transposed(in, out); }

  @Override protected Tensor forward(Tensor x) {
    Tensor full = inc.call(x);
    Tensor half = down1.call(full);
    Tensor quarter = down2.call(half);
    Tensor eighth = down3.call(quarter);
    Tensor up = up1.call(new Up.Maps(down4.call(eighth), eighth));
    up = up2.call(new Up.Maps(up, quarter));
    up = up3.call(new Up.Maps(up, half));
    up = up4.call(new Up.Maps(up, full));
    return outc.call(up);
  }

  /** {@return how the network was built} */
  public final Options options() { return options; }

  /** How a U-Net is built. */
  public static final class Options extends FluentOptions<Options> {
    private boolean bilinear = true;

    /** Maps grow by interpolation, not by transposed convolutions; default true. */
    public Options bilinear(boolean bilinear) {
      return with(o -> o.bilinear = bilinear);
    }

    public boolean bilinear() { return bilinear; }
  }

  /**
   * Two 3x3 convolutions, each with a normalisation and a ReLU.
   *
   * <p>Shape: input {@code (N, inChannels, H, W)}, output {@code (N, outChannels, H, W)}.
   *
   * <p>Initial values: those of its layers.
   *
   * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the implementation that is best known.
   *
   * @see UNet
   */
  public static class DoubleConv extends FluentLayer<DoubleConv> {
    /** Both convolutions with what follows each, numbered from 0 to 5. */
    public Sequential doubleConv;

    /** Two convolutions of {@code outChannels} each. */
    public DoubleConv(long inChannels, long outChannels) {
      this(inChannels, outChannels, outChannels);
    }

    /**
     * Two convolutions.
     *
     * @param midChannels how many channels there are between them; 0 stands for {@code outChannels}
     */
    public DoubleConv(long inChannels, long outChannels, long midChannels) {
      long mid = midChannels == 0 ? outChannels : midChannels;
      doubleConv = new Sequential(conv(inChannels, mid), new BatchNorm2d(mid), new ReLU(o -> o.inplace(true)),
          conv(mid, outChannels), new BatchNorm2d(outChannels), new ReLU(o -> o.inplace(true)));
    }

    private static Conv2d conv(long in, long out) {
      return new Conv2d(in, out, 3, o -> o.padding(1).bias(false));
    }

    @Override protected Tensor forward(Tensor x) { return doubleConv.call(x); }
  }

  /**
   * A step down of a {@link UNet}: images of half the size, and then a {@link DoubleConv}.
   *
   * <p>Shape: input {@code (N, inChannels, H, W)}, output {@code (N, outChannels, H / 2, W / 2)}, rounded down.
   *
   * <p>Initial values: those of its layers.
   *
   * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the implementation that is best known.
   */
  public static class Down extends FluentLayer<Down> {
    /** The maximum of neighbours, and the convolutions. */
    public Sequential maxpoolConv;

    /** A step from some channels to others. */
    public Down(long inChannels, long outChannels) {
      maxpoolConv = new Sequential(new MaxPool2d(2), new DoubleConv(inChannels, outChannels));
    }

    @Override protected Tensor forward(Tensor x) { return maxpoolConv.call(x); }
  }

  /**
   * A step up of a {@link UNet}: a map of twice the size, beside the one of that size from the way down, and then a
   * {@link DoubleConv}.
   *
   * <p>Formula: {@code y = conv([skip, pad(up(deep))])}, where the padding brings the map to the size of {@code skip}.
   *
   * <p>Shape: both maps of {@link Maps} together have {@code inChannels} channels, the output is {@code (N, outChannels, H, W)} with
   * the sizes of {@code skip}.
   *
   * <p>Initial values: those of its layers.
   *
   * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the implementation that is best known.
   */
  public static class Up extends Model<Up.Maps, Tensor> {
    /**
     * The inputs of a step up.
     *
     * @param deep the map from below
     * @param skip the map of about twice its size, from the way down
     */
    public record Maps(Tensor deep, Tensor skip) {
    }

    /** Doubles the size: an interpolation, or a transposed convolution, which also halves the channels. */
    public Layer up;
    /** The convolutions of both maps. */
    public Layer conv;

    private Up(Layer up, Layer conv) {
      this.up = up;
      this.conv = conv;
    }

    /** {@return a step that interpolates; the map from below has half of {@code inChannels}} */
    public static Up bilinear(long inChannels, long outChannels) {
      var up = new Upsample(o -> o.scaleFactor(2).mode(InterpolateMode.BILINEAR).alignCorners(true));
      return new Up(up, new DoubleConv(inChannels, outChannels, inChannels / 2));
    }

    /** {@return a step that learns how to make maps larger; the map from below has {@code inChannels}, the other one half of them} */
    public static Up transposed(long inChannels, long outChannels) {
      var up = new ConvTranspose2d(inChannels, inChannels / 2, 2, o -> o.stride(2));
      return new Up(up, new DoubleConv(inChannels, outChannels));
    }

    @Override protected Tensor forward(Maps maps) {
      Tensor grown = fitted(up.call(maps.deep()), maps.skip());
      return conv.call(Torch.cat(List.of(maps.skip(), grown), 1));
    }

    /** A map with zeros around it, the odd ones at the right and below, or with less at its edges where it is too large. */
    private static Tensor fitted(Tensor map, Tensor wanted) {
      long rows = wanted.size(2) - map.size(2);
      long columns = wanted.size(3) - map.size(3);
      if (rows == 0 && columns == 0) return map;
      long above = Math.floorDiv(rows, 2);
      long left = Math.floorDiv(columns, 2);
      return F.pad(map, left, columns - left, above, rows - above);
    }
  }

  /**
   * The end of a {@link UNet}: a convolution of single pixels to the classes.
   *
   * <p>Shape: input {@code (N, inChannels, H, W)}, output {@code (N, outChannels, H, W)}.
   *
   * <p>Initial values: those of its layer.
   *
   * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the implementation that is best known.
   */
  public static class OutConv extends FluentLayer<OutConv> {
    /** The convolution. */
    public Layer conv;

    /** A convolution from some channels to others. */
    public OutConv(long inChannels, long outChannels) {
      conv = new Conv2d(inChannels, outChannels, 1);
    }

    @Override protected Tensor forward(Tensor x) { return conv.call(x); }
  }
}
