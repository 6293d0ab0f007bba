package dev.jtorch.nn.functional;

/**
 * PyTorch's {@code torch.nn.functional}: the functional twins of the layers.
 *
 * <p>The functions are inherited from one class for each family; all are called as {@code F.name(..)}.
 *
 * <pre>{@code
 * Tensor hidden = F.relu(F.linear(Torch.randn(128, 20), weight, bias)); // (128, 30)
 * }</pre>
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html">torch.nn.functional</a>
 */
public final class F extends LossFunctions {
  private F() {}
}
