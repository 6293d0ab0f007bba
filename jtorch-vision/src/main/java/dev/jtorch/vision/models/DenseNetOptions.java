package dev.jtorch.vision.models;

import java.util.List;
import java.util.stream.LongStream;

/**
 * How a {@link DenseNet} is built.
 *
 * @param growthRate how many channels each layer adds; 32 at first
 * @param blockConfig how many layers each block has; 6, 12, 24 and 16 at first
 * @param numInitFeatures the channels of the first convolution; 64 at first
 * @param bnSize how many times {@code growthRate} channels stand between a layer's two convolutions; 4 at first
 * @param dropRate the chance of a zero in what a layer adds; 0 at first
 * @param numClasses how many logits there are; 1000 at first
 * @param memoryEfficient computes what joins a layer's inputs again in the backward pass, in place of keeping it; false at first
 */
public record DenseNetOptions(long growthRate, List<Long> blockConfig, long numInitFeatures, long bnSize,
    double dropRate,
    long numClasses, boolean memoryEfficient) {
  static final DenseNetOptions DEFAULT = new DenseNetOptions(32, List.of(6L, 12L, 24L, 16L), 64, 4, 0, 1000, false);

  /** Keeps the numbers of layers as they are now. */
  public DenseNetOptions {
    blockConfig = List.copyOf(blockConfig);
  }

  /** {@return these options with another number of channels that each layer adds} */
  public DenseNetOptions growthRate(long channels) {
    return new DenseNetOptions(channels, blockConfig, numInitFeatures, bnSize, dropRate, numClasses, memoryEfficient);
  }

  /** {@return these options with other numbers of layers, one for each block} */
  public DenseNetOptions blockConfig(long... layers) {
    return new DenseNetOptions(growthRate, LongStream.of(layers).boxed().toList(), numInitFeatures, bnSize, dropRate,
        numClasses, memoryEfficient);
  }

  /** {@return these options with other channels of the first convolution} */
  public DenseNetOptions numInitFeatures(long channels) {
    return new DenseNetOptions(growthRate, blockConfig, channels, bnSize, dropRate, numClasses, memoryEfficient);
  }

  /** {@return these options with a wider or narrower middle of each layer} */
  public DenseNetOptions bnSize(long factor) {
    return new DenseNetOptions(growthRate, blockConfig, numInitFeatures, factor, dropRate, numClasses, memoryEfficient);
  }

  /** {@return these options with another chance of a zero} */
  public DenseNetOptions dropRate(double chance) {
    return new DenseNetOptions(growthRate, blockConfig, numInitFeatures, bnSize, chance, numClasses, memoryEfficient);
  }

  /** {@return these options with another number of logits} */
  public DenseNetOptions numClasses(long count) {
    return new DenseNetOptions(growthRate, blockConfig, numInitFeatures, bnSize, dropRate, count, memoryEfficient);
  }

  /** {@return these options, saving memory or time} */
  public DenseNetOptions memoryEfficient(boolean on) {
    return new DenseNetOptions(growthRate, blockConfig, numInitFeatures, bnSize, dropRate, numClasses, on);
  }
}
