package dev.jtorch.testing;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the Java compiler says about lines of a user's program: some mistakes of Python cannot be made at all. */
public final class Compilation {
  private final String imports;
  private final List<String> options;

  private Compilation(String imports, List<String> options) {
    this.imports = imports;
    this.options = options;
  }

  /** A compiler of programs that import these classes. */
  public static Compilation of(Class<?>... imported) {
    String imports =
        Stream.of(imported).map(c -> "import " + c.getCanonicalName() + ";\n").collect(Collectors.joining());
    String path = Stream.of(imported).map(Compilation::origin).distinct()
        .collect(Collectors.joining(System.getProperty("path.separator")));
    // it stops before it would write a class
    return new Compilation(imports, List.of("-proc:none", "-XDshould-stop.ifNoError=FLOW", "-classpath", path));
  }

  private static String origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** {@return the errors in a method of these statements, first lines only; none where they compile} */
  public List<String> errors(String statements) {
    String source = imports + "abstract class Program {\nvoid run() {\n" + statements + "\n}\n}\n";
    var file = new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
      @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) { return source; }
    };
    var found = new DiagnosticCollector<JavaFileObject>();
    ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, List.of(file)).call();
    return found.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ENGLISH).lines().findFirst().orElse("")).toList();
  }
}
