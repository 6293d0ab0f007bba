package dev.jtorch.summary;

import dev.jtorch.internal.text.PythonNumbers;
import java.util.List;
import java.util.Locale;

/** The text that torchinfo prints, character for character. */
final class SummaryTable {
  private static final int COLUMN_WIDTH = 25;
  private static final int NARROWEST_NAMES = 40;
  private static final int INDENT = 5;
  private static final int MAX_DEPTH = 3;

  private final List<LayerRow> rows;
  private final Totals totals;
  private final int nameWidth;
  private final StringBuilder text = new StringBuilder();

  private SummaryTable(List<LayerRow> rows, Totals totals) {
    this.rows = rows;
    this.totals = totals;
    nameWidth = nameWidth(rows);
  }

  static String of(List<LayerRow> rows, Totals totals) { return new SummaryTable(rows, totals).print(); }

  /** As wide as the longest name, rounded up to a multiple of the indent. */
  private static int nameWidth(List<LayerRow> rows) {
    int longest = rows.stream().mapToInt(row -> row.depth * INDENT + 1 + row.name().length()).max().orElse(0);
    return longest < NARROWEST_NAMES ? NARROWEST_NAMES : (longest + INDENT - 1) / INDENT * INDENT;
  }

  private String print() {
    String divider = "=".repeat(nameWidth + 2 * COLUMN_WIDTH);
    line(divider);
    row("Layer (type:depth-idx)", "Output Shape", "Param #");
    line(divider);
    for (LayerRow row : rows) {
      if (row.depth <= MAX_DEPTH) row(branch(row.depth) + row.name(), row.output.toString(), parameters(row));
    }
    line(divider);
    line("Total params: " + grouped(totals.parameters()));
    line("Trainable params: " + grouped(totals.trainable()));
    line("Non-trainable params: " + grouped(totals.parameters() - totals.trainable()));
    line("Total mult-adds " + multAdds(totals.multAdds()));
    line(divider);
    line("Input size (MB): " + megabytes(totals.inputBytes()));
    line("Forward/backward pass size (MB): " + megabytes(totals.outputBytes()));
    line("Params size (MB): " + megabytes(totals.parameterBytes()));
    line("Estimated Total Size (MB): " + megabytes(totals.bytes()));
    return text.append(divider).toString();
  }

  private void line(String line) { text.append(line).append('\n'); }

  private void row(String name, String output, String parameters) {
    line(String.format(Locale.ROOT, "%-" + nameWidth + "s %-" + COLUMN_WIDTH + "s %s", name, output, parameters)
        .stripTrailing());
  }

  private static String branch(int depth) {
    if (depth == 0) return "";
    return depth == 1 ? "├─" : "│    ".repeat(depth - 1) + "└─";
  }

  /** A leaf's parameters, in parentheses if all are frozen; what a container has beside its children's. */
  private static String parameters(LayerRow row) {
    if (row.parameters == 0) return "--";
    if (row.recursive) return "(recursive)";
    if (row.leaf || row.depth == MAX_DEPTH) {
      return row.trainable > 0 ? grouped(row.parameters) : "(" + grouped(row.parameters) + ")";
    }
    return row.leftoverParameters() > 0 ? grouped(row.leftoverParameters()) : "--";
  }

  private static String grouped(long number) { return String.format(Locale.ROOT, "%,d", number); }

  /** In the largest unit that fits; torchinfo prints the unit's Python name since Python 3.11, and a letter before. */
  private static String multAdds(long number) {
    if (number >= 1e12) return "(Units.TERABYTES): " + shortened(number / 1e12);
    if (number >= 1e9) return "(Units.GIGABYTES): " + shortened(number / 1e9);
    return "(Units.MEGABYTES): " + shortened(number / 1e6);
  }

  private static String shortened(double number) {
    if (number == Math.rint(number)) return grouped((long) number);
    String digits = PythonNumbers.fixed(number, 2);
    int point = digits.indexOf('.');
    return grouped(Long.parseLong(digits.substring(0, point))) + digits.substring(point);
  }

  private static String megabytes(long bytes) { return PythonNumbers.fixed(bytes / 1e6, 2); }
}
