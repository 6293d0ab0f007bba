package dev.jtorch.nn.init;

/**
 * Fills tensors with initial values, in place and outside the graph; each function returns its tensor.
 *
 * <p>Weights are {@code (out, in, *kernel)}. A generator may be null, for the default one of the tensor's device. The same seed gives the values that Python's PyTorch draws.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.init.html">torch.nn.init</a>
 */
public final class Init extends StructuredInit {
  private Init() {}
}
