package dev.jtorch.documented;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.nn.Module;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.scheduler.LRScheduler;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Javadoc of layers, losses, containers, optimizers, schedulers and families of functions has all its parts, and its examples
 * are those that the tests of this package run: the lines between {@code // example Name} and {@code // end}.
 *
 * <p>With {@code -Djtorch.examples.write=true} the examples are written into the Javadoc instead of being compared.
 */
class DocumentedExamplesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final List<Class<?>> FAMILIES = List.of(Module.class, Optimizer.class, LRScheduler.class);
  private static final Pattern REGION =
      Pattern.compile("^( *)// example (\\w+)\\n(.*?)^ *// end$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CLASS_COMMENT =
      Pattern.compile("^/\\*\\*\\n(.*?)^ \\*/\\n", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern EXAMPLE =
      Pattern.compile("^ \\* <pre>\\{@code\\n(.*?)^ \\* \\}</pre>\\n", Pattern.MULTILINE | Pattern.DOTALL);

  /** A class that needs an example: where its source is, and what there is to know about it. */
  private record Documented(Path source, Class<?> type, String text) {
    String name() { return type.getSimpleName(); }

    String comment() {
      Matcher comment = CLASS_COMMENT.matcher(text);
      assertThat(comment.find()).as("%s has a class comment of several lines", name()).isTrue();
      return comment.group(1);
    }

    boolean says(String part) { return comment().contains(part); }
  }

  @Test void examples_areThoseThatRun() throws IOException {
    Map<String, String> regions = regions();
    List<String> problems = new ArrayList<>();
    for (Documented documented : documented()) {
      String region = regions.remove(documented.name());
      if (region == null) {
        problems.add(documented.name() + ": no region '// example " + documented.name() + "'");
      } else if (Boolean.getBoolean("jtorch.examples.write")) {
        write(documented, region);
      } else {
        Matcher example = EXAMPLE.matcher(documented.comment());
        String found = example.find() ? example.group(1) : "";
        if (!found.equals(region)) {
          problems.add(documented.name() + ": Javadoc has\n" + found + "the test runs\n" + region);
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(regions).as("examples of classes that are not there").isEmpty();
  }

  @Test void comments_haveAllParts() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Documented documented : documented()) {
      if (!documented.says("@see <a")) missing.add(documented.name() + ": @see");
      String room = documented.type.getPackageName();
      if (!room.endsWith(".functional") && !documented.says("Differs from PyTorch")) {
        missing.add(documented.name() + ": Differs from PyTorch");
      }
      boolean layer = Module.class.isAssignableFrom(documented.type) && !room.endsWith(".container");
      if (layer && !documented.says("<p>Shape: ")) missing.add(documented.name() + ": Shape");
      boolean computes = layer && !room.endsWith(".shape") || LRScheduler.class.isAssignableFrom(documented.type)
          || Optimizer.class.isAssignableFrom(documented.type);
      if (computes && !hasFormula(documented.type)) missing.add(documented.name() + ": Formula");
    }
    assertThat(missing).isEmpty();
  }

  /** The formula stands in the class or in one that it extends, whose dimensions it fixes. */
  private static boolean hasFormula(Class<?> type) throws IOException {
    for (Class<?> c = type; c.getPackageName().equals(type.getPackageName()); c = c.getSuperclass()) {
      Matcher comment = CLASS_COMMENT.matcher(Files.readString(MAIN.resolve(c.getName().replace('.', '/') + ".java")));
      if (comment.find() && comment.group(1).contains("<p>Formula")) return true;
    }
    return false;
  }

  /** The public classes that can be built, the whole-model saver, F, and its families, which F's users see as its parts. */
  private static List<Documented> documented() throws IOException {
    List<Documented> all = new ArrayList<>();
    List<Path> sources = new ArrayList<>(sources(MAIN.resolve("dev/jtorch/nn")));
    sources.addAll(sources(MAIN.resolve("dev/jtorch/optim")));
    for (Path source : sources) {
      String text = Files.readString(source);
      if (!text.contains("class " + simpleName(source))) continue;
      Class<?> type = load(MAIN.relativize(source).toString().replace(".java", "").replace('/', '.'));
      if (needsExample(type)) all.add(new Documented(source, type, text));
    }
    return all;
  }

  private static boolean needsExample(Class<?> type) {
    if (type == WholeModel.class) return true;
    if (type.getPackageName().equals("dev.jtorch.nn.functional")) {
      return type.getSimpleName().equals("F") || type.getSimpleName().endsWith("Functions");
    }
    int modifiers = type.getModifiers();
    return Modifier.isPublic(modifiers) && !Modifier.isAbstract(modifiers)
        && FAMILIES.stream().anyMatch(family -> family.isAssignableFrom(type))
        && !type.getPackageName().equals("dev.jtorch.nn");
  }

  /** The class of a source, without running its static initializers. */
  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, DocumentedExamplesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** The regions of this package's tests as lines of Javadoc, by the class that they show. */
  private static Map<String, String> regions() throws IOException {
    Map<String, String> regions = new TreeMap<>();
    for (Path source : sources(Path.of("src/test/java/dev/jtorch/documented"))) {
      Matcher region = REGION.matcher(Files.readString(source));
      while (region.find()) {
        String indent = region.group(1);
        StringBuilder lines = new StringBuilder();
        region.group(3).lines()
            .forEach(line -> lines.append(" * ").append(line.substring(indent.length())).append('\n'));
        String before = regions.put(region.group(2), lines.toString());
        assertThat(before).as("two examples of %s", region.group(2)).isNull();
      }
    }
    return regions;
  }

  private static void write(Documented documented, String region) throws IOException {
    String block = " * <pre>{@code\n" + region + " * }</pre>\n";
    String comment = documented.comment();
    Matcher old = EXAMPLE.matcher(comment);
    String written = old.find() ? comment.substring(0, old.start()) + block + comment.substring(old.end())
        : inserted(comment, block);
    Files.writeString(documented.source,
        documented.text.replace("/**\n" + comment + " */\n", "/**\n" + written + " */\n"));
  }

  private static String inserted(String comment, String block) {
    int at = comment.indexOf(" * <p>Differs from PyTorch");
    if (at < 0) at = comment.indexOf(" * @");
    return comment.substring(0, at) + block + " *\n" + comment.substring(at);
  }

  private static String simpleName(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
