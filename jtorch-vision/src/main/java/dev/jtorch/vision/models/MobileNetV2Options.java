package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.List;
import java.util.function.LongFunction;

/** How a {@link MobileNetV2} is built. */
public final class MobileNetV2Options extends FluentOptions<MobileNetV2Options> {
  private long numClasses = 1000;
  private double widthMult = 1;
  private List<InvertedResidualSetting> invertedResidualSetting = PAPER;
  private long roundNearest = 8;
  private InvertedResidual.Maker block = InvertedResidual::new;
  private LongFunction<? extends Layer> normLayer = BatchNorm2d::new;
  private double dropout = 0.2;

  private static final List<InvertedResidualSetting> PAPER = List.of(
      new InvertedResidualSetting(1, 16, 1, 1), new InvertedResidualSetting(6, 24, 2, 2),
      new InvertedResidualSetting(6, 32, 3, 2), new InvertedResidualSetting(6, 64, 4, 2),
      new InvertedResidualSetting(6, 96, 3, 1), new InvertedResidualSetting(6, 160, 3, 2),
      new InvertedResidualSetting(6, 320, 1, 1));

  /** Number of classes, which is the number of logits; default 1000. */
  public MobileNetV2Options numClasses(long numClasses) {
    return with(o -> o.numClasses = numClasses);
  }

  public long numClasses() { return numClasses; }

  /** By what all numbers of channels are multiplied; default 1. */
  public MobileNetV2Options widthMult(double widthMult) {
    return with(o -> o.widthMult = widthMult);
  }

  public double widthMult() { return widthMult; }

  /** The blocks; default the paper's. */
  public MobileNetV2Options invertedResidualSetting(InvertedResidualSetting... invertedResidualSetting) {
    return with(o -> o.invertedResidualSetting = List.of(invertedResidualSetting));
  }

  public List<InvertedResidualSetting> invertedResidualSetting() { return invertedResidualSetting; }

  /** What numbers of channels are multiples of; default 8, 1 does not round. */
  public MobileNetV2Options roundNearest(long roundNearest) {
    return with(o -> o.roundNearest = roundNearest);
  }

  public long roundNearest() { return roundNearest; }

  /** Makes a block; default {@link InvertedResidual}. */
  public MobileNetV2Options block(InvertedResidual.Maker block) {
    return with(o -> o.block = block);
  }

  public InvertedResidual.Maker block() { return block; }

  /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
  public MobileNetV2Options normLayer(LongFunction<? extends Layer> normLayer) {
    return with(o -> o.normLayer = normLayer);
  }

  public LongFunction<? extends Layer> normLayer() { return normLayer; }

  /** The chance of a zero before the linear layer; default 0.2. */
  public MobileNetV2Options dropout(double dropout) {
    return with(o -> o.dropout = dropout);
  }

  public double dropout() { return dropout; }

  long scaled(long channels, double factor) {
    return Channels.makeDivisible(channels * factor, roundNearest);
  }

  @Override protected void validate() {
    invertedResidualSetting = List.copyOf(invertedResidualSetting);
    if (invertedResidualSetting.isEmpty()) {
      throw new TorchException("inverted_residual_setting should be non-empty or a 4-element list, got []");
    }
  }
}
