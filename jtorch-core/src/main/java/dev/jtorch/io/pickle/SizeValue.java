package dev.jtorch.io.pickle;

import java.util.List;

/**
 * A {@code torch.Size} kept as a value.
 *
 * @param sizes length of each dimension
 */
public record SizeValue(List<Long> sizes) {
  /** Copies the sizes. */
  public SizeValue {
    if (sizes.size() > TensorRef.MAX_DIMENSIONS)
      throw new MalformedPickle("torch.Size has " + sizes.size() + " dimensions (expected: at most "
          + TensorRef.MAX_DIMENSIONS + ")");
    sizes = List.copyOf(sizes);
  }
}
