package dev.jtorch.vision.models;

/**
 * How a {@link VGG} is built.
 *
 * @param numClasses how many logits there are; 1000 at first
 * @param initWeights draws initial values of its own, where the layers' would do if weights are loaded; true at first
 * @param dropout the chance of a zero before the last two linear layers; 0.5 at first
 */
public record VGGOptions(long numClasses, boolean initWeights, double dropout) {
  static final VGGOptions DEFAULT = new VGGOptions(1000, true, 0.5);

  /** {@return these options with another number of logits} */
  public VGGOptions numClasses(long count) {
    return new VGGOptions(count, initWeights, dropout);
  }

  /** {@return these options with initial values of the network's own, or with its layers'} */
  public VGGOptions initWeights(boolean on) {
    return new VGGOptions(numClasses, on, dropout);
  }

  /** {@return these options with another chance of a zero} */
  public VGGOptions dropout(double chance) {
    return new VGGOptions(numClasses, initWeights, chance);
  }
}
