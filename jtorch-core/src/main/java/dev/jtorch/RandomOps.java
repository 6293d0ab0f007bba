package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenRandom;

/**
 * Random numbers put into a tensor, or drawn with its elements as probabilities. Without a generator, the default one is
 * used; the same seed gives the numbers that Python's PyTorch gives.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#in-place-random-sampling">In-place random sampling</a>
 */
public sealed interface RandomOps permits Tensor {
  /** Fills with numbers that are equally likely everywhere in [0, 1). */
  default Tensor uniform_() {
    return uniform_(0, 1);
  }

  /** Fills with numbers that are equally likely everywhere in {@code [from, to)}. */
  default Tensor uniform_(double from, double to) {
    AtenRandom.uniform_(handle(this), from, to, null);
    return (Tensor) this;
  }

  /** Fills with numbers that are equally likely everywhere in {@code [from, to)}, drawn from a generator. */
  default Tensor uniform_(double from, double to, Generator generator) {
    AtenRandom.uniform_(handle(this), from, to, Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** Fills with numbers of the standard normal distribution. */
  default Tensor normal_() {
    return normal_(0, 1);
  }

  /** Fills with numbers of a normal distribution. */
  default Tensor normal_(double mean, double std) {
    AtenRandom.normal_(handle(this), mean, std, null);
    return (Tensor) this;
  }

  /** Fills with numbers of a normal distribution, drawn from a generator. */
  default Tensor normal_(double mean, double std, Generator generator) {
    AtenRandom.normal_(handle(this), mean, std, Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** Fills with integers from 0 to the greatest that the dtype, or the mantissa of a floating-point dtype, holds. */
  default Tensor random_() {
    AtenRandom.random_(handle(this), null);
    return (Tensor) this;
  }

  /** Fills with integers from 0 to the greatest that the dtype, or the mantissa of a floating-point dtype, holds, drawn from a generator. */
  default Tensor random_(Generator generator) {
    AtenRandom.random_(handle(this), Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** Fills with integers from {@code [0, to)}. */
  default Tensor random_(long to) {
    return random_(0, to);
  }

  /** Fills with integers from {@code [from, to)}. */
  default Tensor random_(long from, long to) {
    AtenRandom.random_(handle(this), from, to, null);
    return (Tensor) this;
  }

  /** Fills with integers from {@code [from, to)}, drawn from a generator. */
  default Tensor random_(long from, long to, Generator generator) {
    AtenRandom.random_(handle(this), from, to, Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** {@return zeros and ones; each element is the probability of a one in its place} */
  default Tensor bernoulli() {
    return tensor(AtenRandom.bernoulli(handle(this), null));
  }

  /** {@return zeros and ones, drawn from a generator; each element is the probability of a one in its place} */
  default Tensor bernoulli(Generator generator) {
    return tensor(AtenRandom.bernoulli(handle(this), Generator.handleOrNull(generator)));
  }

  /** Fills with ones with a probability, and zeros elsewhere. */
  default Tensor bernoulli_(double p) {
    AtenRandom.bernoulli_(handle(this), p, null);
    return (Tensor) this;
  }

  /** Fills with ones with a probability, and zeros elsewhere, drawn from a generator. */
  default Tensor bernoulli_(double p, Generator generator) {
    AtenRandom.bernoulli_(handle(this), p, Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** Fills with ones with the probabilities of a tensor, and zeros elsewhere. */
  default Tensor bernoulli_(Tensor p) {
    AtenRandom.bernoulli_(handle(this), handle(p), null);
    return (Tensor) this;
  }

  /** Fills with ones with the probabilities of a tensor, and zeros elsewhere, drawn from a generator. */
  default Tensor bernoulli_(Tensor p, Generator generator) {
    AtenRandom.bernoulli_(handle(this), handle(p), Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** Fills with numbers of the exponential distribution of rate 1. */
  default Tensor exponential_() {
    return exponential_(1);
  }

  /** Fills with numbers of the exponential distribution of a rate. */
  default Tensor exponential_(double lambd) {
    AtenRandom.exponential_(handle(this), lambd, null);
    return (Tensor) this;
  }

  /** Fills with numbers of the exponential distribution of a rate, drawn from a generator. */
  default Tensor exponential_(double lambd, Generator generator) {
    AtenRandom.exponential_(handle(this), lambd, Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** Fills with the numbers of trials up to the first success, of probability {@code p}. */
  default Tensor geometric_(double p) {
    AtenRandom.geometric_(handle(this), p, null);
    return (Tensor) this;
  }

  /** Fills with the numbers of trials up to the first success, of probability {@code p}, drawn from a generator. */
  default Tensor geometric_(double p, Generator generator) {
    AtenRandom.geometric_(handle(this), p, Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** Fills with numbers of the standard Cauchy distribution. */
  default Tensor cauchy_() {
    return cauchy_(0, 1);
  }

  /** Fills with numbers of a Cauchy distribution. */
  default Tensor cauchy_(double median, double sigma) {
    AtenRandom.cauchy_(handle(this), median, sigma, null);
    return (Tensor) this;
  }

  /** Fills with numbers of a Cauchy distribution, drawn from a generator. */
  default Tensor cauchy_(double median, double sigma, Generator generator) {
    AtenRandom.cauchy_(handle(this), median, sigma, Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** Fills with numbers whose logarithms have mean 1 and standard deviation 2, PyTorch's defaults. */
  default Tensor logNormal_() {
    return logNormal_(1, 2);
  }

  /** Fills with numbers whose logarithms have this mean and standard deviation. */
  default Tensor logNormal_(double mean, double std) {
    AtenRandom.logNormal_(handle(this), mean, std, null);
    return (Tensor) this;
  }

  /** Fills with numbers whose logarithms have this mean and standard deviation, drawn from a generator. */
  default Tensor logNormal_(double mean, double std, Generator generator) {
    AtenRandom.logNormal_(handle(this), mean, std, Generator.handleOrNull(generator));
    return (Tensor) this;
  }

  /** {@return {@code samples} different places in each row, whose elements are the places' weights; int64} */
  default Tensor multinomial(long samples) {
    return multinomial(samples, false);
  }

  /**
   * Places in each row, drawn with the row's elements as weights, int64.
   *
   * @param replacement lets a place come more than once
   * @throws TorchException if a weight is negative, or there are too few other than zero
   */
  default Tensor multinomial(long samples, boolean replacement) {
    return tensor(AtenRandom.multinomial(handle(this), samples, replacement, null));
  }

  /** {@return places in each row, drawn from a generator with the row's elements as weights, int64} */
  default Tensor multinomial(long samples, boolean replacement, Generator generator) {
    return tensor(AtenRandom.multinomial(handle(this), samples, replacement, Generator.handleOrNull(generator)));
  }
}
