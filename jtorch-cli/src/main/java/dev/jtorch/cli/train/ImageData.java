package dev.jtorch.cli.train;

import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.data.Dataset;
import dev.jtorch.data.Example;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Images to learn from and images to be tested on.
 *
 * @param train inputs of shape {@code (C, H, W)}, and numbers of classes
 * @param test likewise
 * @param classes the names of the classes in the order of their numbers
 */
record ImageData(Dataset<Example> train, Dataset<Example> test, List<String> classes) {
  /** {@return the shape {@code (N, C, H, W)} of a batch} */
  long[] batchShape(long images) {
    return LongStream.concat(LongStream.of(images), LongStream.of(imageShape().toLongArray())).toArray();
  }

  /** {@return the shape {@code (C, H, W)} of an image} */
  Size imageShape() {
    try (var scope = Scope.open()) {
      return train.get(0).input().shape();
    }
  }
}
