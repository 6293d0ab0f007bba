package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import java.util.List;
import java.util.stream.LongStream;

/** How a {@link DenseNet} is built. */
public final class DenseNetOptions extends FluentOptions<DenseNetOptions> {
  private long growthRate = 32;
  private List<Long> blockConfig = List.of(6L, 12L, 24L, 16L);
  private long numInitFeatures = 64;
  private long bnSize = 4;
  private double dropRate = 0;
  private long numClasses = 1000;
  private boolean memoryEfficient = false;

  /** Number of channels that each layer adds; default 32. */
  public DenseNetOptions growthRate(long growthRate) {
    return with(o -> o.growthRate = growthRate);
  }

  public long growthRate() { return growthRate; }

  /** Number of layers of each block; default 6, 12, 24 and 16. */
  public DenseNetOptions blockConfig(long... blockConfig) {
    return with(o -> o.blockConfig = LongStream.of(blockConfig).boxed().toList());
  }

  public List<Long> blockConfig() { return blockConfig; }

  /** The channels of the first convolution; default 64. */
  public DenseNetOptions numInitFeatures(long numInitFeatures) {
    return with(o -> o.numInitFeatures = numInitFeatures);
  }

  public long numInitFeatures() { return numInitFeatures; }

  /** How many times {@code growthRate} channels stand between a layer's two convolutions; default 4. */
  public DenseNetOptions bnSize(long bnSize) {
    return with(o -> o.bnSize = bnSize);
  }

  public long bnSize() { return bnSize; }

  /** The chance of a zero in what a layer adds; default 0. */
  public DenseNetOptions dropRate(double dropRate) {
    return with(o -> o.dropRate = dropRate);
  }

  public double dropRate() { return dropRate; }

  /** Number of classes, which is the number of logits; default 1000. */
  public DenseNetOptions numClasses(long numClasses) {
    return with(o -> o.numClasses = numClasses);
  }

  public long numClasses() { return numClasses; }

  /** Computes what joins a layer's inputs again in the backward pass, in place of keeping it; default false. */
  public DenseNetOptions memoryEfficient(boolean memoryEfficient) {
    return with(o -> o.memoryEfficient = memoryEfficient);
  }

  public boolean memoryEfficient() { return memoryEfficient; }

  @Override protected void validate() {
    blockConfig = List.copyOf(blockConfig);
  }
}
