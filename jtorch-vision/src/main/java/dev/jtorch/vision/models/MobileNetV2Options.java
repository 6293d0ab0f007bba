package dev.jtorch.vision.models;

import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.List;
import java.util.function.LongFunction;

/**
 * How a {@link MobileNetV2} is built.
 *
 * @param numClasses how many logits there are; 1000 at first
 * @param widthMult by what all numbers of channels are multiplied; 1 at first
 * @param invertedResidualSetting the blocks; the paper's at first
 * @param roundNearest what numbers of channels are multiples of; 8 at first, 1 does not round
 * @param block makes a block; {@link InvertedResidual} at first
 * @param normLayer makes the normalisation of some channels; a {@link BatchNorm2d} at first
 * @param dropout the chance of a zero before the linear layer; 0.2 at first
 */
public record MobileNetV2Options(long numClasses, double widthMult,
    List<InvertedResidualSetting> invertedResidualSetting,
    long roundNearest, InvertedResidual.Maker block, LongFunction<? extends Layer> normLayer, double dropout) {
  private static final List<InvertedResidualSetting> PAPER = List.of(
      new InvertedResidualSetting(1, 16, 1, 1), new InvertedResidualSetting(6, 24, 2, 2),
      new InvertedResidualSetting(6, 32, 3, 2), new InvertedResidualSetting(6, 64, 4, 2),
      new InvertedResidualSetting(6, 96, 3, 1), new InvertedResidualSetting(6, 160, 3, 2),
      new InvertedResidualSetting(6, 320, 1, 1));
  static final MobileNetV2Options DEFAULT = new MobileNetV2Options(1000, 1, PAPER, 8, InvertedResidual::new,
      BatchNorm2d::new, 0.2);

  /**
   * Checks that there are blocks.
   *
   * @throws TorchException if there are none
   */
  public MobileNetV2Options {
    invertedResidualSetting = List.copyOf(invertedResidualSetting);
    if (invertedResidualSetting.isEmpty()) {
      throw new TorchException("inverted_residual_setting should be non-empty or a 4-element list, got []");
    }
  }

  /** {@return these options with another number of logits} */
  public MobileNetV2Options numClasses(long count) {
    return new MobileNetV2Options(count, widthMult, invertedResidualSetting, roundNearest, block, normLayer, dropout);
  }

  /** {@return these options with more channels or fewer} */
  public MobileNetV2Options widthMult(double factor) {
    return new MobileNetV2Options(numClasses, factor, invertedResidualSetting, roundNearest, block, normLayer, dropout);
  }

  /** {@return these options with other blocks} */
  public MobileNetV2Options invertedResidualSetting(InvertedResidualSetting... settings) {
    return new MobileNetV2Options(numClasses, widthMult, List.of(settings), roundNearest, block, normLayer, dropout);
  }

  /** {@return these options with numbers of channels that are multiples of another number} */
  public MobileNetV2Options roundNearest(long divisor) {
    return new MobileNetV2Options(numClasses, widthMult, invertedResidualSetting, divisor, block, normLayer, dropout);
  }

  /** {@return these options with another kind of block} */
  public MobileNetV2Options block(InvertedResidual.Maker maker) {
    return new MobileNetV2Options(numClasses, widthMult, invertedResidualSetting, roundNearest, maker, normLayer,
        dropout);
  }

  /** {@return these options with another normalisation} */
  public MobileNetV2Options normLayer(LongFunction<? extends Layer> maker) {
    return new MobileNetV2Options(numClasses, widthMult, invertedResidualSetting, roundNearest, block, maker, dropout);
  }

  /** {@return these options with another chance of a zero} */
  public MobileNetV2Options dropout(double chance) {
    return new MobileNetV2Options(numClasses, widthMult, invertedResidualSetting, roundNearest, block, normLayer,
        chance);
  }

  long scaled(long channels, double factor) {
    return Channels.makeDivisible(channels * factor, roundNearest);
  }
}
