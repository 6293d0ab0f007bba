package dev.jtorch.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds links from one page of a site to a page or an anchor that the site does not have. */
final class LinkCheck {
  private static final Pattern LINK = Pattern.compile("\\b(?:href|src)=\"([^\"]*)\"");
  private static final Pattern ANCHOR = Pattern.compile("\\b(?:id|name)=\"([^\"]*)\"");

  /** JDK 17's javadoc writes a list of contents here that names anchors it does not write. */
  private static final String NOT_OURS = "constant-values.html";

  private final Path root;
  private final Map<Path, Set<String>> anchors = new HashMap<>();

  LinkCheck(Path root) {
    this.root = root;
  }

  /** {@return each broken link, with the page that has it} */
  List<String> broken() throws IOException {
    var broken = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        if (!page.endsWith(NOT_OURS)) check(page, broken);
      }
    }
    return broken;
  }

  private void check(Path page, List<String> broken) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    var seen = new HashSet<String>();
    while (link.find()) {
      String target = link.group(1).replace("&amp;", "&");
      boolean external = target.matches("[a-z]+:.*") || target.startsWith("//");
      if (!external && seen.add(target) && !exists(page, target)) broken.add(root.relativize(page) + ": " + target);
    }
  }

  private boolean exists(Path page, String target) throws IOException {
    URI uri = URI.create(target);
    Path file = uri.getPath().isEmpty() ? page : page.resolveSibling(uri.getPath()).normalize();
    if (Files.isDirectory(file)) file = file.resolve("index.html");
    if (!Files.isRegularFile(file)) return false;
    String anchor = uri.getFragment();
    return anchor == null || anchor.isEmpty() || anchorsOf(file).contains(anchor);
  }

  private Set<String> anchorsOf(Path page) throws IOException {
    Set<String> known = anchors.get(page);
    if (known == null) {
      known = new HashSet<>();
      Matcher anchor = ANCHOR.matcher(Files.readString(page));
      while (anchor.find()) known.add(anchor.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
      anchors.put(page, known);
    }
    return known;
  }
}
