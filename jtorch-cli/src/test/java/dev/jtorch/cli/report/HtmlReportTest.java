package dev.jtorch.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final Report REPORT = new Report("lenet on <digits>", Map.of("epochs", "3"), "LeNet(\n)",
      "Layer (type) \\ $1", ReportFixtures.history(3), ReportFixtures.losses(3), ReportFixtures.confusion(2),
      Map.of("JDK", "17"));

  private final String html = HtmlReport.of(REPORT, Map.of("Curves", new byte[] {1, 2, 3}));

  @Test void page_needsNothingBesideIt() {
    assertThat(html).contains("src=\"data:image/png;base64,AQID\"").doesNotContain("http", "<link", "<script", "{{");
  }

  @Test void page_withoutPlots_saysWhy() {
    assertThat(HtmlReport.of(REPORT, Map.of()))
        .contains("<p>No plots: this machine has no fonts to draw them with.</p>")
        .doesNotContain("<img");
  }

  @Test void page_escapesWhatItShows() {
    assertThat(html).contains("<title>lenet on &lt;digits&gt;</title>", "<pre>Layer (type) \\ $1</pre>");
  }

  @Test void page_showsFiguresOfTheRun() {
    assertThat(html).contains("<b>88.9 %</b><span>test accuracy</span>", "best, in epoch 3",
        "<tr><td>2</td><td>1.0000</td><td>87.5 %</td><td>1.0500</td><td>83.3 %</td><td>0.000500</td><td>0.25</td></tr>",
        "<tr><th>0</th><td class=\"right\">35</td><td class=\"wrong\">1</td></tr>",
        "<tr><th>epochs</th><td>3</td></tr>", "<tr><th>JDK</th><td>17</td></tr>");
  }
}
