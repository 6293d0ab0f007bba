package dev.jtorch.vision.models;

/**
 * How an {@link AlexNet} is built.
 *
 * @param numClasses how many logits there are; 1000 at first
 * @param dropout the chance of a zero before the first two linear layers; 0.5 at first
 */
public record AlexNetOptions(long numClasses, double dropout) {
  static final AlexNetOptions DEFAULT = new AlexNetOptions(1000, 0.5);

  /** {@return these options with another number of logits} */
  public AlexNetOptions numClasses(long count) {
    return new AlexNetOptions(count, dropout);
  }

  /** {@return these options with another chance of a zero} */
  public AlexNetOptions dropout(double chance) {
    return new AlexNetOptions(numClasses, chance);
  }
}
