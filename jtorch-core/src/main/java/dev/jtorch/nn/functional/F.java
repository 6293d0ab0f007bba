package dev.jtorch.nn.functional;

/**
 * PyTorch's {@code torch.nn.functional}: the functional twins of the layers.
 *
 * <p>The functions stand in the classes that this one extends, by family; all are called as {@code F.name(..)}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html">torch.nn.functional</a>
 */
public final class F extends LossFunctions {
  private F() {}
}
