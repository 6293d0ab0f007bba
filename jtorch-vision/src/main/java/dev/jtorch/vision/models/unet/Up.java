package dev.jtorch.vision.models.unet;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.conv.ConvTranspose2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.upsampling.Upsample;
import java.util.List;

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
public class Up extends Model<Up.Maps, Tensor> {
  /**
   * What a step up takes.
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
