package dev.jtorch.summary;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A summary as a table of GitHub's Markdown, the totals as a list below it. */
final class MarkdownTable {
  private MarkdownTable() {}

  static String of(Summary summary) {
    Cells cells = summary.cells();
    List<ColumnSettings> columns = summary.options().columns();
    Stream<String> head = Stream.of(line(cells.nameTitle(), columns.stream().map(ColumnSettings::title)),
        "|:--" + "|--:".repeat(columns.size()) + "|");
    Stream<String> rows = summary.shownRows().stream().map(row -> line(cells.branch(row.depth()) + cells.name(row),
        columns.stream().map(column -> cells.of(row, column).strip())));
    Stream<String> totals = Stream.concat(TotalLines.counts(summary.totals(), summary.withInput()).stream(),
        summary.withInput() ? TotalLines.sizes(summary.totals()).stream() : Stream.empty());
    return Stream.of(head, rows, Stream.of(""), totals.map(total -> "- " + total)).flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  /** Markdown shows several blanks as one. */
  private static String line(String name, Stream<String> values) {
    return Stream.concat(Stream.of(name.replace("    ", "&nbsp;".repeat(4)).replace("|", "\\|")), values)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
