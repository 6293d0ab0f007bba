package dev.jtorch.cli;

import dev.jtorch.Environment;
import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what JTorch found on this machine, and that it computes. */
@Command(name = "doctor", description = "Shows versions, devices, threads and memory settings, and runs a self-test.")
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    section(out, "Environment", Environment.facts());
    section(out, "Settings", settings());
    var jars = new LinkedHashMap<String, String>();
    NativeJars.sizes().forEach((name, bytes) -> jars.put(name, megabytes(bytes)));
    section(out, "Native jars", jars);
    out.println("Self-test: " + selfTest());
    return 0;
  }

  private static Map<String, String> settings() {
    var settings = new LinkedHashMap<>(Environment.settings());
    settings.put("largest heap", megabytes(Runtime.getRuntime().maxMemory()));
    settings.put("resident now", megabytes(MemoryStats.now().residentBytes()));
    settings.put("collecting from", megabytes(MemoryStats.now().limitBytes()));
    return settings;
  }

  private static void section(PrintWriter out, String title, Map<String, String> facts) {
    int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
    out.println(title);
    facts.forEach((name, value) -> out.println("  " + name + " ".repeat(width - name.length() + 2) + value));
    out.println();
  }

  /** Two operators and a gradient: d/dx sum(x · x) = 2 x. */
  private static String selfTest() {
    try (var scope = Scope.open()) {
      Tensor x = Torch.ones(2, 2).requiresGrad_(true);
      x.mul(x).sum().backward();
      Tensor gradient = x.grad();
      double sum = gradient == null ? Double.NaN : gradient.sum().item();
      if (sum != 8) throw new CommandException("self-test gave " + sum + " (expected: 8.0)");
      return "passed";
    }
  }

  private static String megabytes(long bytes) { return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6); }

  /** The jars of native libraries that this process was started with. */
  static final class NativeJars {
    private static final Pattern NATIVE = Pattern
        .compile("(pytorch|openblas|javacpp|cuda|mkl)-.*-(linux|macosx|windows|android)-.*\\.jar");

    private NativeJars() {}

    /** Sizes in bytes by file name, as the class path and the module path name them. */
    static Map<String, Long> sizes() throws IOException {
      return sizes(System.getProperty("java.class.path", ""), System.getProperty("jdk.module.path", ""));
    }

    static Map<String, Long> sizes(String... paths) throws IOException {
      var sizes = new LinkedHashMap<String, Long>();
      for (String entry : String.join(File.pathSeparator, paths).split(File.pathSeparator)) {
        Path jar = Path.of(entry);
        String name = String.valueOf(jar.getFileName());
        if (NATIVE.matcher(name).matches() && Files.exists(jar)) sizes.put(name, Files.size(jar));
      }
      return sizes;
    }
  }
}
