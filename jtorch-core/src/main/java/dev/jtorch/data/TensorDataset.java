package dev.jtorch.data;

import dev.jtorch.Tensor;

/**
 * Inputs and targets in memory: sample {@code i} is row {@code i} of both tensors. A batch is made by one selection of rows
 * from each tensor.
 *
 * <p>Differs from PyTorch: it is made of exactly two tensors; {@link TensorsDataset} takes any number.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.TensorDataset">torch.utils.data.TensorDataset</a>
 */
public final class TensorDataset implements Dataset<Example> {
  private final Rows rows;

  /**
   * Takes the tensors out of all scopes.
   *
   * @param inputs shape {@code (N, *)}
   * @param targets shape {@code (N, *)}
   * @throws dev.jtorch.ShapeException if the tensors have different numbers of rows
   */
  public TensorDataset(Tensor inputs, Tensor targets) {
    rows = new Rows("TensorDataset", inputs, targets);
  }

  /** {@return the tensor whose rows are the inputs} */
  public Tensor inputs() { return rows.tensors().get(0); }

  /** {@return the tensor whose rows are the targets} */
  public Tensor targets() { return rows.tensors().get(1); }

  @Override public long size() { return rows.size(); }

  @Override public Example get(long index) {
    var row = rows.get(index);
    return new Example(row.get(0), row.get(1));
  }

  @Override public Example getBatch(long[] indices) {
    var batch = rows.get(indices);
    return new Example(batch.get(0), batch.get(1));
  }
}
