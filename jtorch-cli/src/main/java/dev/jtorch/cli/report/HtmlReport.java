package dev.jtorch.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Renders a {@link Report} as one HTML file that needs nothing beside it. */
public final class HtmlReport {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private HtmlReport() {}

  /** {@return the whole page; without plots where there are none} */
  public static String of(Report report, Map<String, byte[]> plots) {
    History history = report.history();
    var parts = new LinkedHashMap<String, String>();
    parts.put("title", escape(report.title()));
    parts.put("accuracy", percent(history.last().testAccuracy()));
    parts.put("best", percent(history.best().testAccuracy()));
    parts.put("bestEpoch", String.valueOf(history.best().epoch()));
    parts.put("epochs", String.valueOf(history.epochs().size()));
    parts.put("seconds", String.format(Locale.ROOT, "%.1f s", IntStream.range(0, history.epochs().size())
        .mapToDouble(i -> history.epochs().get(i).seconds()).sum()));
    parts.put("plots", images(plots));
    parts.put("history", rows(history.epochs().stream().map(HtmlReport::epoch).toList()));
    parts.put("classes", rows(classes(report.confusion())));
    parts.put("confusion", confusion(report.confusion()));
    parts.put("configuration", facts(report.configuration()));
    parts.put("environment", facts(report.environment()));
    parts.put("network", escape(report.network()));
    parts.put("summary", escape(report.summary()));
    return fill(template(), parts);
  }

  private static String fill(String template, Map<String, String> parts) {
    return PLACE.matcher(template)
        .replaceAll(
            place -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)), place.group(1))));
  }

  private static String template() {
    try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.html"), "report.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String images(Map<String, byte[]> plots) {
    if (plots.isEmpty()) return "<p>No plots: this machine has no fonts to draw them with.</p>";
    return plots.entrySet().stream().map(plot -> image(plot.getKey(), plot.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String image(String name, byte[] png) {
    return "<img alt=\"" + escape(name) + "\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png)
        + "\">";
  }

  private static List<String> epoch(EpochResult e) {
    return List.of(String.valueOf(e.epoch()), String.format(Locale.ROOT, "%.4f", e.loss()), percent(e.trainAccuracy()),
        String.format(Locale.ROOT, "%.4f", e.testLoss()), percent(e.testAccuracy()),
        String.format(Locale.ROOT, "%.3g", e.lr()), String.format(Locale.ROOT, "%.2f", e.seconds()));
  }

  private static List<List<String>> classes(ConfusionMatrix m) {
    return IntStream.range(0, m.classes().size()).mapToObj(i -> List.of(escape(m.classes().get(i)),
        String.valueOf(m.actual(i)), percent(m.recall(i)), percent(m.precision(i)))).toList();
  }

  /** The matrix as a table: what the plot shows, for reading by machines and screen readers. */
  private static String confusion(ConfusionMatrix m) {
    String head = m.classes().stream().map(name -> "<th>" + escape(name) + "</th>").collect(Collectors.joining());
    String body =
        IntStream.range(0, m.classes().size()).mapToObj(i -> confusionRow(m, i)).collect(Collectors.joining("\n"));
    return "<tr><th></th>" + head + "</tr>\n" + body;
  }

  private static String confusionRow(ConfusionMatrix m, int actual) {
    String cells = IntStream.range(0, m.classes().size()).mapToObj(predicted -> {
      long count = m.count(actual, predicted);
      String kind = actual == predicted ? "right" : count == 0 ? "none" : "wrong";
      return "<td class=\"" + kind + "\">" + count + "</td>";
    }).collect(Collectors.joining());
    return "<tr><th>" + escape(m.classes().get(actual)) + "</th>" + cells + "</tr>";
  }

  private static String facts(Map<String, String> facts) {
    return facts.entrySet().stream()
        .map(e -> "<tr><th>" + escape(e.getKey()) + "</th><td>" + escape(e.getValue()) + "</td></tr>")
        .collect(Collectors.joining("\n"));
  }

  private static String rows(List<List<String>> rows) {
    return rows.stream()
        .map(row -> "<tr>" + row.stream().map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining())
            + "</tr>")
        .collect(Collectors.joining("\n"));
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
