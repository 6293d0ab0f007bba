package dev.jtorch.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java in a process of its own, for what happens once in a process or ends it. */
public final class JavaProcess {
  private JavaProcess() {}

  /** The tests' Java and class path; the arguments are options, a class with a main method, and its arguments. */
  public static ProcessBuilder of(String... arguments) {
    return withClassPath(System.getProperty("java.class.path"), arguments);
  }

  /** The tests' Java with another class path. */
  public static ProcessBuilder withClassPath(String classPath, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-cp", classPath));
    // newer JVMs print a warning without it
    if (Runtime.version().feature() >= 22) command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** What a main without arguments prints on both streams; what it logs is one line each, such as {@code WARNING text}. */
  public static List<String> linesOf(Class<?> main) throws IOException {
    Process process = of("-Djava.util.logging.SimpleFormatter.format=%4$s %5$s%n", "-Duser.language=en", main.getName())
        .redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
  }
}
