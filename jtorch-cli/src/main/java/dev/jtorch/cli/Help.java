package dev.jtorch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The Javadoc of a name, as {@code jtorch shell} prints it: {@code help("gather")}. */
public final class Help {
  /** More than these are listed by their first sentences. */
  private static final int WHOLE = 4;
  private static final int SUGGESTIONS = 3;
  private static final String ROOT = "dev.jtorch.";
  private static @Nullable List<Entry> all;

  private final String text;

  private Help(String text) {
    this.text = text;
  }

  /** The Javadoc of one class or member, from the sources of the build. */
  private record Entry(String owner, String name, String signature, String text) {
    /** The name as users write it: {@code Tensor.gather}, {@code nn.conv.Conv2d}. */
    String qualified() {
      return (owner + "." + name).substring(ROOT.length());
    }

    boolean isType() { return Character.isLowerCase(owner.charAt(owner.lastIndexOf('.') + 1)); }

    String whole() {
      return owner + "\n" + signature + "\n" + text.lines().map(line -> line.isEmpty() ? "" : "    " + line).collect(
          Collectors.joining("\n"));
    }

    String line() {
      return qualified() + ": " + signature + "\n    " + text.lines().takeWhile(line -> !line.isEmpty()).collect(
          Collectors.joining(" ")).replaceFirst("(?<=[.:]) .*", "");
    }
  }

  /** {@return how to ask for help} */
  public static Help help() {
    return new Help("help(\"gather\") prints what JTorch's documentation says about a class, function or option; so do"
        + " help(\"Tensor.gather\") and help(Conv2d.class)");
  }

  /** {@return the documentation of a class} */
  public static Help help(Class<?> type) {
    return help(Objects.requireNonNullElse(type.getCanonicalName(), type.getName()));
  }

  /**
   * The documentation of everything of a name: {@code gather}, {@code Tensor.gather}, {@code Conv2d}. Python's names are
   * understood, too: {@code max_pool2d}, {@code torch.gather}.
   */
  public static Help help(String name) {
    String wanted = folded(name);
    List<Entry> found = find(entry -> entry.name().equals(name));
    if (found.isEmpty())
      found = find(entry -> ("." + folded(entry.owner() + "." + entry.name())).endsWith("." + wanted));
    if (found.isEmpty() && name.startsWith("torch.")) return help(name.substring(name.lastIndexOf('.') + 1));
    return new Help(found.isEmpty() ? unknown(name) : text(found));
  }

  private static List<Entry> find(Predicate<Entry> condition) {
    return entries().stream().filter(condition).toList();
  }

  /** Python's {@code max_pool2d} and Java's {@code maxPool2d} are one name. */
  private static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Classes in full, and members, too, if they are few. */
  private static String text(List<Entry> found) {
    List<Entry> types = found.stream().filter(Entry::isType).toList();
    List<Entry> members = found.stream().filter(entry -> !entry.isType()).toList();
    List<String> parts = new ArrayList<>(types.stream().map(Entry::whole).toList());
    boolean whole = types.isEmpty() && members.size() <= WHOLE;
    members.forEach(member -> parts.add(whole ? member.whole() : member.line()));
    return String.join("\n\n", parts);
  }

  private static String unknown(String name) {
    List<String> known = entries().stream().map(Entry::name).distinct().toList();
    List<String> nearest = Nearest.nearest(name.substring(name.lastIndexOf('.') + 1), known, SUGGESTIONS);
    return "help: no documentation of '" + name + "' (expected: the name of a class, function or option of JTorch)"
        + (nearest.isEmpty() ? "" : "; did you mean " + String.join(", ", nearest) + "?");
  }

  private static synchronized List<Entry> entries() {
    List<Entry> known = all;
    if (known == null) all = known = read();
    return known;
  }

  /** The resource that build/JavadocIndex.java writes. */
  private static List<Entry> read() {
    try (InputStream packed = Help.class.getResourceAsStream("javadoc.gz");
        var unpacked = new GZIPInputStream(Objects.requireNonNull(packed, "javadoc.gz"))) {
      String text = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\1", -1)).skip(1).map(Help::entry).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String text) {
    int end = text.indexOf('\n');
    String[] header = text.substring(0, end).split("\t", -1);
    return new Entry(header[0], header[1], header[2], text.substring(end + 1).strip());
  }

  /** {@return the documentation} */
  @Override public String toString() { return text; }
}
