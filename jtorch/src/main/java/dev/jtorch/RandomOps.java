package dev.jtorch;

import static dev.jtorch.Tensor.handle;

import dev.jtorch.internal.AtenRandom;

/**
 * Random numbers put into a tensor, or drawn with its elements as probabilities.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#in-place-random-sampling">In-place random sampling</a>
 */
public sealed interface RandomOps permits Tensor {
  /** Fills with standard normal numbers. */
  default Tensor normal_() {
    return normal_(0, 1);
  }

  /** Fills with normal numbers. */
  default Tensor normal_(double mean, double std) {
    AtenRandom.normal_(handle(this), mean, std, null);
    return (Tensor) this;
  }
}
