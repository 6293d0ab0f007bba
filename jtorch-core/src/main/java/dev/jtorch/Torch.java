package dev.jtorch;

/**
 * Makes tensors, and holds PyTorch's free functions.
 *
 * <p>The functions stand in the classes that this one extends, by family; all are called as {@code Torch.name(..)}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html">torch</a>
 */
public final class Torch extends TorchSearching {
  private Torch() {}
}
