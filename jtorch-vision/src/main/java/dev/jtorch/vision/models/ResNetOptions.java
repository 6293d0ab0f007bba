package dev.jtorch.vision.models;

import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a {@link ResNet} is built.
 *
 * @param numClasses how many logits there are; 1000 at first
 * @param zeroInitResidual lets every block start as its shortcut; false at first
 * @param groups into how many groups the 3x3 convolutions divide their channels; 1 at first
 * @param widthPerGroup the width of a group, relative to 64; 64 at first
 * @param replaceStrideWithDilation for each of the last three stages, whether it keeps the size of images and widens its
 *     kernels instead; false at first
 * @param normLayer makes the normalisation of some channels; a {@link BatchNorm2d} at first
 */
public record ResNetOptions(long numClasses, boolean zeroInitResidual, long groups, long widthPerGroup,
    List<Boolean> replaceStrideWithDilation, LongFunction<? extends Layer> normLayer) {
  static final ResNetOptions DEFAULT = new ResNetOptions(1000, false, 1, 64, Collections.nCopies(3, false),
      BatchNorm2d::new);

  /**
   * Checks that there is a word for each stage.
   *
   * @throws TorchException if {@code replaceStrideWithDilation} has not three elements
   */
  public ResNetOptions {
    replaceStrideWithDilation = List.copyOf(replaceStrideWithDilation);
    if (replaceStrideWithDilation.size() != 3) {
      throw new TorchException("replace_stride_with_dilation should be None or a 3-element tuple, got ["
          + replaceStrideWithDilation.stream().map(on -> on ? "True" : "False").collect(Collectors.joining(", "))
          + "]");
    }
  }

  /** {@return these options with another number of logits} */
  public ResNetOptions numClasses(long count) {
    return new ResNetOptions(count, zeroInitResidual, groups, widthPerGroup, replaceStrideWithDilation, normLayer);
  }

  /** {@return these options with blocks that start as their shortcuts, or not} */
  public ResNetOptions zeroInitResidual(boolean on) {
    return new ResNetOptions(numClasses, on, groups, widthPerGroup, replaceStrideWithDilation, normLayer);
  }

  /** {@return these options with channels in groups} */
  public ResNetOptions groups(long count) {
    return new ResNetOptions(numClasses, zeroInitResidual, count, widthPerGroup, replaceStrideWithDilation, normLayer);
  }

  /** {@return these options with another width of a group} */
  public ResNetOptions widthPerGroup(long width) {
    return new ResNetOptions(numClasses, zeroInitResidual, groups, width, replaceStrideWithDilation, normLayer);
  }

  /** {@return these options with dilation in place of stride in some of the last three stages} */
  public ResNetOptions replaceStrideWithDilation(boolean... stages) {
    List<Boolean> choices = IntStream.range(0, stages.length).mapToObj(i -> stages[i]).toList();
    return new ResNetOptions(numClasses, zeroInitResidual, groups, widthPerGroup, choices, normLayer);
  }

  /** {@return these options with another normalisation} */
  public ResNetOptions normLayer(LongFunction<? extends Layer> maker) {
    return new ResNetOptions(numClasses, zeroInitResidual, groups, widthPerGroup, replaceStrideWithDilation, maker);
  }
}
