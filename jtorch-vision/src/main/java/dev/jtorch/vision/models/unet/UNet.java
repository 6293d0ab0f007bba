package dev.jtorch.vision.models.unet;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
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
}
