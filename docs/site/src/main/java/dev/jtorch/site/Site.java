package dev.jtorch.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds the site from the repository's Markdown files and the sources of the published modules, and checks its links.
 *
 * <p>Arguments: the root of the repository, and the folder of the site, which is emptied first.
 */
final class Site {
  private final Path root;
  private final Path out;
  /** Where each Markdown file, relative to the root, becomes a page of the site. */
  private final Map<Path, Path> pages = new LinkedHashMap<>();

  private Site(Path root, Path out) throws IOException {
    this.root = root;
    this.out = out;
    pages.put(Path.of("README.md"), Path.of("index.html"));
    for (Path file : markdown("docs")) pages.put(file, page(Path.of("docs").relativize(file)));
    for (Path file : markdown("docs/adr")) pages.put(file, page(Path.of("docs").relativize(file)));
    pages.put(Path.of("CONTRIBUTING.md"), Path.of("contributing.html"));
    pages.put(Path.of("CHANGELOG.md"), Path.of("changelog.html"));
    pages.put(Path.of("jtorch-benchmarks/README.md"), Path.of("benchmarks.html"));
  }

  public static void main(String[] args) throws IOException {
    var site = new Site(Path.of(args[0]).toAbsolutePath().normalize(), Path.of(args[1]).toAbsolutePath().normalize());
    site.clear();
    site.writePages();
    ApiDocs.write(site.root, site.out.resolve("api"));
    List<String> broken = new LinkCheck(site.out).broken();
    if (!broken.isEmpty()) {
      broken.forEach(System.err::println);
      throw new IllegalStateException("site: " + broken.size() + " broken links (expected: none)");
    }
    System.out
        .println("site: " + site.pages.size() + " pages and the API in " + site.out + "; all internal links are good");
  }

  private List<Path> markdown(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".md")).map(root::relativize).sorted().toList();
    }
  }

  private static Path page(Path markdown) {
    return Path.of(markdown.toString().replaceFirst("\\.md$", ".html"));
  }

  private void clear() throws IOException {
    if (Files.exists(out)) {
      try (Stream<Path> old = Files.walk(out)) {
        for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(path);
      }
    }
    Files.createDirectories(out.resolve("adr"));
    Files.copy(root.resolve("docs/site/style.css"), out.resolve("style.css"));
  }

  private void writePages() throws IOException {
    var decisions = new StringBuilder("# Decisions\n\nWhat was chosen where several ways were open, and why.\n\n");
    for (Map.Entry<Path, Path> entry : pages.entrySet()) {
      String markdown = Files.readString(root.resolve(entry.getKey()));
      write(entry.getKey(), entry.getValue(), markdown);
      if (entry.getKey().startsWith("docs/adr")) {
        String title = markdown.lines().findFirst().orElse("").replaceFirst("^# \\d+\\. ", "");
        decisions.append("1. [").append(title).append("](").append(entry.getKey().getFileName()).append(")\n");
      }
    }
    write(Path.of("docs/adr/index.md"), Path.of("adr/index.html"), decisions.toString());
  }

  private void write(Path source, Path page, String markdown) throws IOException {
    var document = new Document(markdown, link -> target(source, page, link));
    String up = page.getNameCount() > 1 ? "../" : "";
    var navigation = new ArrayList<String>();
    for (String[] entry : new String[][] {{"guide.html", "Guide"}, {"migration.html", "Python → Java"},
      {"threads.html", "Threads"},
      {"glossary.html", "Glossary"}, {"adr/index.html", "Decisions"}, {"api/index.html", "API"}}) {
      String here = page.equals(Path.of(entry[0])) ? " aria-current=\"page\"" : "";
      navigation.add("<a href=\"" + up + entry[0] + "\"" + here + ">" + entry[1] + "</a>");
    }
    Files.writeString(out.resolve(page), """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="stylesheet" href="%sstyle.css">
        </head>
        <body>
        <header><a class="home" href="%sindex.html">JTorch</a><nav>%s</nav></header>
        <div class="columns">
        %s<main>
        %s</main>
        </div>
        </body>
        </html>
        """.formatted(document.title(), up, up, String.join("\n", navigation), document.contents(), document.html()));
  }

  /**
   * What a link of a Markdown file becomes on its page; empty for a file or folder of the repository that the site does not have.
   */
  private String target(Path source, Path page, String link) {
    if (link.startsWith("#") || link.contains("://")) return link;
    int at = link.indexOf('#');
    String fragment = at < 0 ? "" : link.substring(at);
    Path file = source.resolveSibling(at < 0 ? link : link.substring(0, at)).normalize();
    Path other = file.equals(Path.of("docs/adr")) ? Path.of("adr/index.html") : pages.get(file);
    if (other == null) {
      if (Files.exists(root.resolve(file))) return "";
      throw new IllegalStateException(
          "site: " + source + " links to " + link + " (expected: a file of the repository)");
    }
    Path folder = page.getParent();
    return (folder == null ? other : folder.relativize(other)).toString().replace('\\', '/') + fragment;
  }
}
