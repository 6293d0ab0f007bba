import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints how many tests of a build ran, failed and were skipped, and why, over all modules. The pom.xml beside it runs it at the
 * end of {@code mvn verify}.
 *
 * <p>{@code java TestSummary.java ROOT REPORTS SINCE}: the folder of the modules, where in each of them surefire writes its
 * reports, and when the build began, because older reports are of other builds.
 */
final class TestSummary {
  private int tests;
  private final List<String> failed = new ArrayList<>();
  private final Map<String, Integer> skipped = new TreeMap<>();

  public static void main(String[] args) throws IOException, XMLStreamException {
    var summary = new TestSummary();
    Instant since = Instant.parse(args[2]);
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(args[0]), Files::isDirectory)) {
      for (Path module : modules) summary.addModule(module.resolve(args[1]), since);
    }
    System.out.println(summary);
  }

  private void addModule(Path folder, Instant since) throws IOException, XMLStreamException {
    if (!Files.isDirectory(folder)) return;
    try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
      for (Path report : reports) {
        if (!Files.getLastModifiedTime(report).toInstant().isBefore(since)) addReport(report);
      }
    }
  }

  private void addReport(Path report) throws IOException, XMLStreamException {
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
      String test = "";
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
        switch (xml.getLocalName()) {
          case "testcase" -> {
            tests++;
            test = xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
          }
          case "failure", "error" -> failed.add(test);
          case "skipped" -> {
            String message = xml.getAttributeValue(null, "message");
            skipped.merge(reason(message == null ? xml.getElementText() : message), 1, Integer::sum);
          }
          default -> {} // what a test printed, properties
        }
      }
    }
  }

  /** The words of an assumption; surefire puts those of JUnit's own in front of a stack trace, behind the exception's name. */
  private static String reason(String text) {
    String words = text.strip().lines().findFirst().orElse("").replaceFirst("^[\\w.]*TestAbortedException:? ?", "")
        .replaceFirst("^Assumption failed: ", "").strip().replaceAll("\\s+", " ");
    return words.isEmpty() ? "no reason given" : words;
  }

  @Override public String toString() {
    int left = skipped.values().stream().mapToInt(Integer::intValue).sum();
    var text = new StringBuilder("Tests of all modules: %d ran, %d failed, %d skipped".formatted(tests - left,
        failed.size(), left));
    failed.forEach(test -> text.append("%n  failed: %s".formatted(test)));
    skipped.forEach((reason, count) -> text.append("%n  %d skipped: %s".formatted(count, reason)));
    return text.toString();
  }
}
