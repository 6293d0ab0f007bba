package dev.jtorch.summary;

import dev.jtorch.DType;
import dev.jtorch.Device;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass behind a {@link Summary}.
 *
 * @param batchDim where a dimension of size 1 is put into each input; null, unless said, where the sizes have the batch's
 * @param device where the network is moved and the input made; null, unless said, means where the parameters are
 * @param dtypes of the inputs, in order; empty, unless said, means float32
 * @param mode evaluation unless said
 */
public record PassOptions(@Nullable Integer batchDim, @Nullable Device device, List<DType> dtypes, Mode mode) {
  static final PassOptions DEFAULT = new PassOptions(null, null, List.of(), Mode.EVAL);

  /** Keeps a copy of the list. */
  public PassOptions {
    dtypes = List.copyOf(dtypes);
  }

  PassOptions batchDim(int dim) {
    return new PassOptions(dim, device, dtypes, mode);
  }

  PassOptions device(Device where) {
    return new PassOptions(batchDim, where, dtypes, mode);
  }

  PassOptions dtypes(List<DType> types) {
    return new PassOptions(batchDim, device, types, mode);
  }

  PassOptions mode(Mode other) {
    return new PassOptions(batchDim, device, dtypes, other);
  }
}
