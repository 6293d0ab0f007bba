package dev.jtorch.vision.models;

/**
 * How a {@link SqueezeNet} is built.
 *
 * @param numClasses how many logits there are; 1000 at first
 * @param dropout the chance of a zero before the last convolution; 0.5 at first
 */
public record SqueezeNetOptions(long numClasses, double dropout) {
  static final SqueezeNetOptions DEFAULT = new SqueezeNetOptions(1000, 0.5);

  /** {@return these options with another number of logits} */
  public SqueezeNetOptions numClasses(long count) {
    return new SqueezeNetOptions(count, dropout);
  }

  /** {@return these options with another chance of a zero} */
  public SqueezeNetOptions dropout(double chance) {
    return new SqueezeNetOptions(numClasses, chance);
  }
}
