package dev.jtorch.data;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.List;

/** Tensors of equally many rows, read row by row or many rows at once. */
final class Rows {
  private final List<Tensor> tensors;
  private final long size;

  Rows(String who, Tensor... given) {
    if (given.length == 0) throw new ShapeException(who + ": no tensors (expected: at least 1)");
    size = given[0].size(0);
    for (int i = 1; i < given.length; i++) {
      if (given[i].size(0) == size) continue;
      throw new ShapeException(who + ": size mismatch between tensors: tensor " + i + " has " + given[i].size(0)
          + " rows (expected: " + size + ", as tensor 0)");
    }
    tensors = List.of(given);
    tensors.forEach(Tensor::keepForever);
  }

  List<Tensor> tensors() { return tensors; }

  long size() { return size; }

  /** Views of one row of each tensor. */
  List<Tensor> get(long index) {
    return tensors.stream().map(t -> t.select(0, index)).toList();
  }

  /** Copies of many rows of each tensor. */
  List<Tensor> get(long[] indices) {
    try (var chosen = Torch.tensor(indices)) {
      return tensors.stream().map(t -> t.indexSelect(0, chosen)).toList();
    }
  }
}
