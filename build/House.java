import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the house, for docs/adr/0016-one-house.md: {@code java build/House.java [root of a checkout]..}. With several roots, such as
 * one before and one after a change, each cell has a number for each.
 *
 * <p>It reads the handwritten sources of the published modules and prints three Markdown tables: by module, by package, and the imports
 * from room to room, where a room is the first name after {@code dev.jtorch}. A helper is a file of fewer than 40 lines whose type
 * is not public.
 */
class House {
  private static final List<String> MODULES = List.of("jtorch-core", "jtorch-vision", "jtorch-distributed", "jtorch-cli");
  private static final Pattern PUBLIC = Pattern.compile("(?m)^public ");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?(dev\\.jtorch(?:\\.[a-z0-9]+)*)\\.[A-Z]");

  record Source(String module, String pack, int lines, boolean isPublic, List<String> imports) {
    boolean helper() { return !isPublic && lines < 40; }
  }

  public static void main(String[] roots) {
    List<List<Source>> houses = Stream.of(roots.length > 0 ? roots : new String[] {"."}).map(House::read).toList();
    table("module", houses, Source::module);
    table("package", houses, Source::pack);
    arrows(houses);
  }

  private static List<Source> read(String root) {
    return MODULES.stream().flatMap(module -> read(module, Path.of(root, module, "src/main/java"))).toList();
  }

  private static Stream<Source> read(String module, Path sources) {
    if (!Files.exists(sources)) return Stream.empty();
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(f -> f.toString().endsWith(".java") && !f.toString().endsWith("-info.java")).sorted()
          .map(f -> read(module, sources, f)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(String module, Path sources, Path file) {
    try {
      String text = Files.readString(file);
      String pack = sources.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
      List<String> imports = IMPORT.matcher(text).results().map(m -> m.group(1)).distinct().toList();
      return new Source(module, pack, (int) text.lines().count(), PUBLIC.matcher(text).find(), imports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void table(String what, List<List<Source>> houses, Function<Source, String> key) {
    System.out.println("| " + what + " | files | median lines | not public | helpers under 40 lines |\n|:--|--:|--:|--:|--:|");
    houses.stream().flatMap(List::stream).map(key).distinct().sorted()
        .forEach(name -> row(name, only(houses, s -> key.apply(s).equals(name))));
    row("all", houses);
    System.out.println();
  }

  private static List<List<Source>> only(List<List<Source>> houses, Predicate<Source> chosen) {
    return houses.stream().map(house -> house.stream().filter(chosen).toList()).toList();
  }

  private static void row(String name, List<List<Source>> houses) {
    System.out.println("| " + name + " | " + cell(houses, List::size) + " | " + cell(houses, House::median) + " | "
        + cell(houses, house -> house.stream().filter(s -> !s.isPublic).count()) + " | "
        + cell(houses, house -> house.stream().filter(Source::helper).count()) + " |");
  }

  private static String cell(List<List<Source>> houses, Function<List<Source>, Object> measure) {
    return houses.stream().map(house -> house.isEmpty() ? "-" : measure.apply(house).toString())
        .collect(Collectors.joining(" → "));
  }

  private static Integer median(List<Source> house) {
    return house.stream().map(Source::lines).sorted().skip(house.size() / 2).findFirst().orElseThrow();
  }

  /** The arrows of the last house, and how many there are in each. */
  private static void arrows(List<List<Source>> houses) {
    System.out.println("| room | needs |\n|:--|:--|");
    arrows(houses.get(houses.size() - 1), true);
    System.out.println("\nArrows: "
        + houses.stream().map(house -> String.valueOf(arrows(house, false))).collect(Collectors.joining(" → ")));
  }

  private static int arrows(List<Source> house, boolean print) {
    Map<String, TreeSet<String>> needs = new TreeMap<>();
    for (Source source : house) {
      String room = room(source.pack);
      source.imports.stream().map(House::room).filter(other -> !other.equals(room))
          .forEach(other -> needs.computeIfAbsent(room, r -> new TreeSet<>()).add(other));
    }
    if (print) needs.forEach((room, others) -> System.out.println("| " + room + " | " + String.join(", ", others) + " |"));
    return needs.values().stream().mapToInt(TreeSet::size).sum();
  }

  private static String room(String pack) {
    String[] names = pack.split("\\.");
    return names.length > 2 ? names[2] : "dev.jtorch";
  }
}
