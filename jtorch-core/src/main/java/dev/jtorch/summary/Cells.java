package dev.jtorch.summary;

import dev.jtorch.internal.text.PythonNumbers;

/** What torchinfo writes into the cells of a row. */
final class Cells {
  private static final String NOTHING = "--";
  private static final String AGAIN = "(recursive)";
  private static final int PERCENT_WIDTH = 7;

  private final SummaryOptions options;
  private final long totalParams;

  Cells(SummaryOptions options, long totalParams) {
    this.options = options;
    this.totalParams = totalParams;
  }

  /** What stands above the names. */
  String nameTitle() {
    return "Layer (type" + (options.has(RowSettings.VAR_NAMES) ? " (var_name)" : "")
        + (options.has(RowSettings.DEPTH) ? ":depth-idx" : "") + ")";
  }

  /** Such as {@code Conv2d (conv1): 1-3}. */
  String name(LayerRow row) {
    String name = row.typeName();
    if (options.has(RowSettings.VAR_NAMES)) name += " (" + row.varName() + ")";
    if (options.has(RowSettings.DEPTH) && row.depth() > 0) name += ": " + row.depth() + "-" + row.index();
    return name;
  }

  /** What leads to a row from those above it. */
  String branch(int depth) {
    boolean ascii = options.has(RowSettings.ASCII_ONLY);
    if (depth == 0) return "";
    if (depth == 1) return ascii ? "+ " : "├─";
    return (ascii ? "|    " : "│    ").repeat(depth - 1) + (ascii ? "+ " : "└─");
  }

  String of(LayerRow row, ColumnSettings column) {
    return switch (column) {
      case KERNEL_SIZE -> row.kernel().toString();
      case INPUT_SIZE -> row.input().toString();
      case OUTPUT_SIZE -> row.output().toString();
      case NUM_PARAMS -> params(row);
      case PARAMS_PERCENT -> percent(row);
      case MULT_ADDS -> multAdds(row);
      case TRAINABLE -> trainable(row);
    };
  }

  /** Whether the row stands for all that is below it: a leaf, or a container whose children are not shown. */
  private boolean isWhole(LayerRow row) {
    return row.leaf() || row.depth() == options.depth();
  }

  /** In parentheses if all are frozen. */
  private String params(LayerRow row) {
    if (row.numParams() == 0) return NOTHING;
    if (row.recursive()) return AGAIN;
    if (isWhole(row)) {
      String number = PythonNumbers.grouped(row.numParams());
      return row.trainableParams() > 0 ? number : "(" + number + ")";
    }
    return row.leftoverParams() > 0 ? PythonNumbers.grouped(row.leftoverParams()) : NOTHING;
  }

  private String percent(LayerRow row) {
    if (totalParams > 0 && row.recursive()) return AGAIN;
    long params = isWhole(row) ? row.numParams() : row.leftoverParams();
    boolean none = totalParams == 0 || params == 0;
    String text = none ? NOTHING : PythonNumbers.fixed((double) params / totalParams * 100, 2) + "%";
    return " ".repeat(Math.max(0, PERCENT_WIDTH - text.length())) + text;
  }

  private String multAdds(LayerRow row) {
    if (row.multAdds() <= 0 || !isWhole(row)) return NOTHING;
    return PythonNumbers.grouped(row.leaf() ? row.multAdds()
        : row.below().stream().filter(LayerRow::leaf).mapToLong(LayerRow::multAdds).sum());
  }

  static String trainable(LayerRow row) {
    if (row.numParams() == 0) return NOTHING;
    if (row.trainableParams() == 0) return "False";
    return row.trainableParams() == row.numParams() ? "True" : "Partial";
  }
}
