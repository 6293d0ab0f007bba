package dev.jtorch.nn.saving;

import dev.jtorch.FluentOptions;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.nn.Module;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes that a whole model's file may name. No other class is even looked up. */
final class AllowedClasses {
  private static final String OURS = "dev.jtorch.";
  private static final String INTERNAL = "dev.jtorch.internal.";

  private final String file;
  private final ClassLoader loader;
  private final List<String> patterns = new ArrayList<>();
  private final Map<String, Class<?>> found = new HashMap<>();

  AllowedClasses(String file, Class<?> asked, List<String> patterns) {
    this.file = file;
    ClassLoader own = asked.getClassLoader();
    loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    this.patterns.add(asked.getName());
    this.patterns.addAll(patterns);
  }

  /**
   * The class of a name.
   *
   * @param place where in the model it is needed
   */
  Class<?> get(String name, String place) {
    Class<?> known = found.get(name);
    if (known != null) return known;
    boolean named = patterns.stream().anyMatch(pattern -> matches(pattern, name));
    boolean ours = name.startsWith(OURS) && !name.startsWith(INTERNAL);
    boolean jdks = name.startsWith("java.");
    if (!named && !ours && !jdks) throw notAllowed(name, place);
    Class<?> type = load(name, place);
    if (!named && !(ours ? isData(type) : type.isEnum())) throw notAllowed(name, place);
    found.put(name, type);
    return type;
  }

  /** Of JTorch's own classes, layers, options and values have nothing to hide; of the JDK's, enums. */
  private static boolean isData(Class<?> type) {
    return Module.class.isAssignableFrom(type) || FluentOptions.class.isAssignableFrom(type) || type.isRecord()
        || type.isEnum();
  }

  private Class<?> load(String name, String place) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new CheckpointException(file + ": " + place + " needs the class " + name
          + ", which cannot be loaded here (expected: the class that was saved)", e);
    }
  }

  private static boolean matches(String pattern, String name) {
    if (pattern.endsWith("..")) return name.startsWith(pattern.substring(0, pattern.length() - 1));
    if (pattern.endsWith(".*")) {
      String start = pattern.substring(0, pattern.length() - 1);
      return name.startsWith(start) && name.indexOf('.', start.length()) < 0;
    }
    return name.equals(pattern) || name.startsWith(pattern + "$");
  }

  private CheckpointException notAllowed(String name, String place) {
    return new CheckpointException(
        file + ": " + place + " needs the class " + name + ", which is not allowed (expected:"
            + " JTorch's layers, " + String.join(", ", patterns) + "); allow it if you trust the file");
  }
}
