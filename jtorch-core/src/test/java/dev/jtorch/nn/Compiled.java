package dev.jtorch.nn;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Says what the compiler thinks of a user's code: some of Python's errors at run time are Java's before it. */
final class Compiled {
  private Compiled() {}

  /** The first lines of the compiler's errors for statements in a method. */
  static List<String> errors(String statements) {
    return errorsOf("class User { void run() { " + statements + " } }");
  }

  /** The first lines of the compiler's errors for a class of the name User. */
  static List<String> errorsOf(String source) {
    var found = new DiagnosticCollector<JavaFileObject>();
    var file = new SimpleJavaFileObject(URI.create("string:///User.java"), JavaFileObject.Kind.SOURCE) {
      @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) { return source; }
    };
    var options = List.of("-proc:none", "-implicit:none", "-d", System.getProperty("java.io.tmpdir"), "-cp",
        System.getProperty("java.class.path"));
    boolean compiles =
        ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, List.of(file)).call();
    if (compiles) return List.of();
    return found.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ENGLISH).lines().findFirst().orElse("")).toList();
  }
}
