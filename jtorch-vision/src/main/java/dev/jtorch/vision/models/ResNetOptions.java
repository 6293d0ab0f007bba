package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a {@link ResNet} is built. */
public final class ResNetOptions extends FluentOptions<ResNetOptions> {
  private long numClasses = 1000;
  private boolean zeroInitResidual = false;
  private long groups = 1;
  private long widthPerGroup = 64;
  private List<Boolean> replaceStrideWithDilation = List.of(false, false, false);
  private LongFunction<? extends Layer> normLayer = BatchNorm2d::new;

  /** Number of classes, which is the number of logits; default 1000. */
  public ResNetOptions numClasses(long numClasses) {
    return with(o -> o.numClasses = numClasses);
  }

  public long numClasses() { return numClasses; }

  /** Lets every block start as its shortcut; default false. */
  public ResNetOptions zeroInitResidual(boolean zeroInitResidual) {
    return with(o -> o.zeroInitResidual = zeroInitResidual);
  }

  public boolean zeroInitResidual() { return zeroInitResidual; }

  /** Number of groups of the 3x3 convolutions; default 1. */
  public ResNetOptions groups(long groups) {
    return with(o -> o.groups = groups);
  }

  public long groups() { return groups; }

  /** The width of a group, relative to 64; default 64. */
  public ResNetOptions widthPerGroup(long widthPerGroup) {
    return with(o -> o.widthPerGroup = widthPerGroup);
  }

  public long widthPerGroup() { return widthPerGroup; }

  /** {@return these options with dilation in place of stride in some of the last three stages} */
  public ResNetOptions replaceStrideWithDilation(boolean... stages) {
    List<Boolean> choices = IntStream.range(0, stages.length).mapToObj(i -> stages[i]).toList();
    return with(o -> o.replaceStrideWithDilation = choices);
  }

  /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
  public ResNetOptions normLayer(LongFunction<? extends Layer> normLayer) {
    return with(o -> o.normLayer = normLayer);
  }

  public LongFunction<? extends Layer> normLayer() { return normLayer; }

  /** {@return for each of the last three stages, whether it keeps the size of images and widens its kernels instead; default false} */
  public List<Boolean> replaceStrideWithDilation() {
    return replaceStrideWithDilation;
  }

  @Override protected void validate() {
    replaceStrideWithDilation = List.copyOf(replaceStrideWithDilation);
    if (replaceStrideWithDilation.size() != 3) {
      throw new TorchException("replace_stride_with_dilation should be None or a 3-element tuple, got ["
          + replaceStrideWithDilation.stream().map(on -> on ? "True" : "False").collect(Collectors.joining(", "))
          + "]");
    }
  }
}
