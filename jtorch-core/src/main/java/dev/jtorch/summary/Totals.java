package dev.jtorch.summary;

import java.util.List;

/**
 * The sums below the table.
 *
 * @param parameters of all modules, shared ones once
 * @param trainable those of them that require gradients
 * @param multAdds of all calls of leaves
 * @param inputBytes what the input's memory takes
 * @param outputBytes what the results of leaves with parameters take, twice: once for the gradients
 * @param parameterBytes what the parameters of leaves take
 */
record Totals(long parameters, long trainable, long multAdds, long inputBytes, long outputBytes, long parameterBytes) {
  static Totals of(List<LayerRow> rows, long inputBytes) {
    long parameters = 0;
    long trainable = 0;
    long multAdds = 0;
    long outputBytes = 0;
    long parameterBytes = 0;
    for (LayerRow row : rows) {
      if (row.leaf) multAdds += row.multAdds;
      if (row.leaf && row.parameters > 0) outputBytes += 2 * row.output.bytes();
      if (row.recursive) continue;
      parameters += Math.max(row.leaf ? row.parameters : row.leftoverParameters(), 0);
      trainable += Math.max(row.leaf ? row.trainable : row.leftoverTrainable(), 0);
      if (row.leaf) parameterBytes += row.parameterBytes;
    }
    return new Totals(parameters, trainable, multAdds, inputBytes, outputBytes, parameterBytes);
  }

  long bytes() { return inputBytes + outputBytes + parameterBytes; }
}
