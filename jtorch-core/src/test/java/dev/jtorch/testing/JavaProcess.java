package dev.jtorch.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
    return new ProcessBuilder(Stream.concat(Stream.of(java, "-cp", classPath), Stream.of(arguments)).toList());
  }

  /** What a main without arguments prints, with what it logs, but for SLF4J's own words. */
  public static List<String> linesOf(Class<?> main) throws IOException {
    Process process = of("-Dslf4j.provider=" + PrintingLogs.class.getName(), main.getName()).redirectErrorStream(true)
        .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
        .filter(line -> !line.startsWith("SLF4J")).toList();
  }
}
