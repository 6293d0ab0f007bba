package dev.jtorch.summary;

import java.util.List;

/**
 * The sums below the table of a {@link Summary}.
 *
 * @param params elements of all parameters, shared ones once
 * @param trainableParams those of them that require gradients
 * @param multAdds multiplications by weights in all calls of leaves; 0 without an input
 * @param inputBytes what the input's memory takes; 0 without an input
 * @param outputBytes what the results of leaves with parameters take, twice: once for the gradients; 0 without an input
 * @param paramBytes what the parameters of leaves take
 */
public record Totals(long params, long trainableParams, long multAdds, long inputBytes, long outputBytes,
    long paramBytes) {
  static Totals of(List<LayerRow> rows, long inputBytes) {
    long params = 0;
    long trainable = 0;
    long multAdds = 0;
    long outputBytes = 0;
    long paramBytes = 0;
    for (LayerRow row : rows) {
      if (row.leaf()) multAdds += row.multAdds();
      if (row.leaf() && row.numParams() > 0) outputBytes += 2 * row.output().bytes();
      if (row.recursive()) continue;
      params += Math.max(row.leaf() ? row.numParams() : row.leftoverParams(), 0);
      trainable += Math.max(row.leaf() ? row.trainableParams() : row.leftoverTrainable(), 0);
      if (row.leaf()) paramBytes += row.parameterBytes();
    }
    return new Totals(params, trainable, multAdds, inputBytes, outputBytes, paramBytes);
  }

  /** {@return the elements of all parameters that require no gradients} */
  public long nonTrainableParams() {
    return params - trainableParams;
  }

  /** {@return what input, results and parameters take together} */
  public long bytes() {
    return inputBytes + outputBytes + paramBytes;
  }
}
