package dev.jtorch.data;

import dev.jtorch.Tensor;
import java.util.List;

/**
 * Any number of tensors of equally many rows: sample {@code i} is the list of all their rows {@code i}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.TensorDataset">torch.utils.data.TensorDataset</a>
 */
public final class TensorsDataset implements Dataset<List<Tensor>> {
  private final Rows rows;

  /**
   * Takes the tensors out of all scopes.
   *
   * @param tensors one or more, each of shape {@code (N, *)}
   * @throws dev.jtorch.ShapeException if there is none, or the tensors have different numbers of rows
   */
  public TensorsDataset(Tensor... tensors) {
    rows = new Rows("TensorsDataset", tensors);
  }

  /** {@return the tensors} */
  public List<Tensor> tensors() { return rows.tensors(); }

  @Override public long size() { return rows.size(); }

  @Override public List<Tensor> get(long index) { return rows.get(index); }

  @Override public List<Tensor> getBatch(long[] indices) { return rows.get(indices); }
}
