package dev.jtorch.summary;

import dev.jtorch.internal.text.PythonNumbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text that torchinfo prints, character for character. */
final class SummaryTable {
  private static final int NARROWEST_NAMES = 40;
  private static final int INDENT = 5;

  private final Summary summary;
  private final SummaryOptions options;
  private final Cells cells;
  private final int nameWidth;
  private final StringBuilder text = new StringBuilder();

  private SummaryTable(Summary summary) {
    this.summary = summary;
    options = summary.options();
    cells = summary.cells();
    nameWidth = nameWidth();
  }

  static String of(Summary summary) { return new SummaryTable(summary).print(); }

  /** As wide as the longest name, shown or not, rounded up to a multiple of the indent. */
  private int nameWidth() {
    int longest = summary.rows().stream().mapToInt(row -> row.depth() * INDENT + 1 + cells.name(row).length()).max()
        .orElse(0);
    return longest < NARROWEST_NAMES ? NARROWEST_NAMES : (longest + INDENT - 1) / INDENT * INDENT;
  }

  private String print() {
    List<ColumnSettings> columns = options.columns();
    String divider = "=".repeat(nameWidth + columns.size() * options.colWidth());
    line(divider);
    row(cells.nameTitle(), columns.stream().map(ColumnSettings::title).toList());
    line(divider);
    summary.shownRows().forEach(this::layer);
    line(divider);
    TotalLines.counts(summary.totals(), summary.withInput()).forEach(this::line);
    if (summary.withInput()) {
      line(divider);
      TotalLines.sizes(summary.totals()).forEach(this::line);
    }
    return text.append(divider).toString();
  }

  private void layer(LayerRow row) {
    row(cells.branch(row.depth()) + cells.name(row),
        options.columns().stream().map(column -> cells.of(row, column)).toList());
    if (!options.verbose()) return;
    List<CountedParameter> parameters = row.shownParameters();
    for (int i = 0; i < parameters.size(); i++) {
      parameter(cells.branch(row.depth() + 1), parameters.get(i), i == parameters.size() - 1);
    }
  }

  /** The number hangs on a branch as well, which is no ASCII whatever the settings say. */
  private void parameter(String branch, CountedParameter parameter, boolean last) {
    Map<ColumnSettings, String> known =
        Map.of(ColumnSettings.KERNEL_SIZE, parameter.shown().toString(), ColumnSettings.NUM_PARAMS,
            (last ? "└─" : "├─") + PythonNumbers.grouped(parameter.count()));
    row(branch + parameter.name(),
        options.columns().stream().map(column -> known.getOrDefault(column, "")).toList());
  }

  private void line(String line) { text.append(line).append('\n'); }

  private void row(String name, List<String> values) {
    var line = new StringBuilder(padded(name, nameWidth));
    for (String value : values) line.append(' ').append(padded(value, options.colWidth()));
    line(line.toString().stripTrailing());
  }

  private static String padded(String value, int width) {
    return value + " ".repeat(Math.max(0, width - value.length()));
  }

  /** {@return a summary as a table of GitHub's Markdown, the totals as a list below it} */
  static String markdown(Summary summary) {
    Cells cells = summary.cells();
    List<ColumnSettings> columns = summary.options().columns();
    Stream<String> head = Stream.of(markdownLine(cells.nameTitle(), columns.stream().map(ColumnSettings::title)),
        "|:--" + "|--:".repeat(columns.size()) + "|");
    Stream<String> rows =
        summary.shownRows().stream().map(row -> markdownLine(cells.branch(row.depth()) + cells.name(row),
            columns.stream().map(column -> cells.of(row, column).strip())));
    Stream<String> totals = Stream.concat(TotalLines.counts(summary.totals(), summary.withInput()).stream(),
        summary.withInput() ? TotalLines.sizes(summary.totals()).stream() : Stream.empty());
    return Stream.of(head, rows, Stream.of(""), totals.map(total -> "- " + total)).flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  /** A row of Markdown, which would show several blanks as one. */
  private static String markdownLine(String name, Stream<String> values) {
    return Stream.concat(Stream.of(name.replace("    ", "&nbsp;".repeat(4)).replace("|", "\\|")), values)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
