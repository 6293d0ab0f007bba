package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell as a process of its own, on the JDK that runs the tests. */
@Timeout(300)
class ShellCommandTest {
  @TempDir private Path folder;

  private String shell(String input, String... arguments) throws IOException, InterruptedException {
    return shell(0, input, arguments);
  }

  private String shell(int exitCode, String input, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC"));
    if (Runtime.version().feature() >= 22) command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.jtorch.cli.Main", "shell"));
    command.addAll(List.of(arguments));
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Process process = new ProcessBuilder(command).redirectInput(in.toFile()).redirectOutput(out.toFile())
        .redirectErrorStream(true).start();
    try {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("the shell ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(out);
    assertThat(process.exitValue()).as(printed).isEqualTo(exitCode);
    return printed;
  }

  @Test @Row("S4-223") void lines_printWhatPythonPrints() throws Exception {
    assertThat(shell("""
        var x = Torch.arange(6).reshape(2, 3)
        x
        x.mul(2).get(1, slice(1, 3))
        x = x.add(1)
        x.sum().item()
        "text"
        var off = Torch.setGradEnabled(false)
        Torch.isGradEnabled()
        Module net = new Sequential(
          new Linear(2, 3),
          new ReLU());
        net
        help("gathr")
        int twice(int n) {
          return 2 * n;
        }
        twice(4); twice(5)
        for (int i = 0; i < 2; i++) System.out.println(i);
        """)).isEqualTo("""
        tensor([[0, 1, 2],
                [3, 4, 5]])
        tensor([ 8, 10])
        21.0
        "text"
        false
        Sequential(
          (0): Linear(in_features=2, out_features=3, bias=True)
          (1): ReLU()
        )
        help: no documentation of 'gathr' (expected: the name of a class, function or option of JTorch); did you mean gather?
        8
        10
        0
        1
        """);
  }

  @Test void firstError_endsThePipe() throws Exception {
    assertThat(shell(1, "var x = Torch.ones(2);\n\nx.foo(\n  1)\nx\n")).isEqualTo(
        "jtorch shell: standard input, line 3: cannot find symbol symbol: method foo(int) location: variable x of type"
            + " dev.jtorch.Tensor\n");
    assertThat(shell(1, "1 + 1\nTorch.ones(2).get(5)\n2\n")).isEqualTo("2\njtorch shell: standard input, line 2:"
        + " IndexException: index 5 is out of bounds for dimension 0 with size 2\n");
    assertThat(shell(1, "", "nowhere.jsh")).contains("nowhere.jsh");
  }

  @Test void argumentsBehindDashes_areJShells() throws Exception {
    Path script = Files.writeString(folder.resolve("setup.jsh"), "var w = Torch.ones(2);\n");
    assertThat(shell("w\n", script.toString())).isEqualTo("tensor([1., 1.])\n");
    assertThat(shell("var w = Torch.ones(2)\n", "--", "--feedback", "normal"))
        .contains("w ==> tensor([1., 1.])");
  }

  /** Each simple name of the imported packages means one class: two star imports of one name would be ambiguous. */
  @Test void imports_areUnambiguous() throws Exception {
    List<String> packages = new ArrayList<>(List.of("java.lang"));
    List<String> single = new ArrayList<>();
    try (InputStream script = ShellCommand.class.getResourceAsStream("shell.jsh")) {
      String text = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(l -> l.startsWith("import ") && !l.startsWith("import static")).toList()) {
        String name = line.substring("import ".length(), line.length() - 1);
        if (name.endsWith(".*")) packages.add(name.substring(0, name.length() - 2));
        else single.add(name.substring(name.lastIndexOf('.') + 1));
      }
    }
    var problems = new ArrayList<String>();
    for (String name : publicClasses(packages)) {
      List<String> found = packages.stream().filter(p -> exists(p + "." + name)).toList();
      if (found.size() > 1 && !single.contains(name)) problems.add(name + " is in " + found);
    }
    assertThat(problems).isEmpty();
  }

  /** The simple names of JTorch's public classes in these packages, read from the class path as the shell has it. */
  private static List<String> publicClasses(List<String> packages) throws Exception {
    var names = new ArrayList<String>();
    for (String name : packages) {
      if (!name.startsWith("dev.jtorch")) continue;
      String path = name.replace('.', '/');
      for (var url : java.util.Collections.list(ShellCommandTest.class.getClassLoader().getResources(path))) {
        if (url.getProtocol().equals("jar")) {
          try (var jar = ((java.net.JarURLConnection) url.openConnection()).getJarFile()) {
            jar.stream().map(entry -> entry.getName()).filter(entry -> entry.matches(path + "/[^/$]*\\.class"))
                .forEach(entry -> names.add(entry.substring(path.length() + 1, entry.length() - 6)));
          }
        } else {
          try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            files.map(file -> file.getFileName().toString()).filter(file -> file.matches("[^$]*\\.class"))
                .forEach(file -> names.add(file.substring(0, file.length() - 6)));
          }
        }
      }
    }
    assertThat(names).contains("Tensor", "Module", "Conv2d", "ResNet");
    return names;
  }

  private static boolean exists(String name) {
    try {
      return java.lang.reflect.Modifier.isPublic(Class.forName(name, false, ShellCommandTest.class.getClassLoader())
          .getModifiers());
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
