package dev.jtorch.vision.models;

import dev.jtorch.nn.Layer;
import dev.jtorch.nn.container.Sequential;
import org.jspecify.annotations.Nullable;

/** Stacks the stages of a {@link ResNet}, each on what the one before puts out. */
final class Stages {
  private final Block block;
  private final ResNetOptions options;
  private long inplanes;
  private long dilation = 1;

  Stages(Block block, ResNetOptions options, long inplanes) {
    this.block = block;
    this.options = options;
    this.inplanes = inplanes;
  }

  /** A stage of some blocks, the first of which makes images smaller, unless dilation stands for that. */
  Sequential next(long planes, long blocks, long stride, boolean dilate) {
    long before = dilation;
    if (dilate) dilation *= stride;
    var stage = new Sequential(block(planes, dilate ? 1 : stride, before));
    for (long i = 1; i < blocks; i++) stage.append(block(planes, 1, dilation));
    return stage;
  }

  private Layer block(long planes, long stride, long kernelSteps) {
    Layer shortcut = shortcut(planes * block.expansion(), stride);
    Layer made = block.build(inplanes, planes, o -> o.stride(stride).downsample(shortcut).groups(options.groups())
        .baseWidth(options.widthPerGroup()).dilation(kernelSteps).normLayer(options.normLayer()));
    inplanes = planes * block.expansion();
    return made;
  }

  /** What brings a block's input to the form of its output; null where it has it. */
  private @Nullable Layer shortcut(long planes, long stride) {
    if (stride == 1 && inplanes == planes) return null;
    return new Sequential(Kernels.conv1x1(inplanes, planes, stride), options.normLayer().apply(planes));
  }
}
