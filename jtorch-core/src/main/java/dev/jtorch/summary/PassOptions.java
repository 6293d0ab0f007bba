package dev.jtorch.summary;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.FluentOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forward pass behind a {@link Summary}. */
public final class PassOptions extends FluentOptions<PassOptions> {
  private @Nullable Integer batchDim;
  private @Nullable Device device;
  private List<DType> dtypes = List.of();
  private Mode mode = Mode.EVAL;

  /** Where a dimension of size 1 is put into each input; default null, where the sizes have the batch's. */
  PassOptions batchDim(int dim) {
    return with(o -> o.batchDim = dim);
  }

  public @Nullable Integer batchDim() { return batchDim; }

  /** Where the network is moved and the input made; default null, which means where the parameters are. */
  PassOptions device(Device where) {
    return with(o -> o.device = where);
  }

  public @Nullable Device device() { return device; }

  /** Of the inputs, in order; default empty, which means float32. */
  PassOptions dtypes(List<DType> types) {
    return with(o -> o.dtypes = types);
  }

  public List<DType> dtypes() { return dtypes; }

  /** Default evaluation. */
  PassOptions mode(Mode other) {
    return with(o -> o.mode = other);
  }

  public Mode mode() { return mode; }

  @Override protected void validate() {
    dtypes = List.copyOf(dtypes);
  }
}
