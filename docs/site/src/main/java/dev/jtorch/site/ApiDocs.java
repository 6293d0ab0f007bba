package dev.jtorch.site;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** The Javadoc of the packages that the published modules export. */
final class ApiDocs {
  private ApiDocs() {}

  /**
   * Runs the JDK's javadoc with all of doclint's checks but the one for missing comments.
   *
   * @throws IllegalStateException if it has errors or warnings
   */
  static void write(Path root, Path out) {
    ToolProvider javadoc = ToolProvider.findFirst("javadoc")
        .orElseThrow(() -> new IllegalStateException("site: this Java has no javadoc (expected: a JDK)"));
    int status =
        javadoc.run(System.out, System.err, "-quiet", "-d", out.toString(), "-Xdoclint:all,-missing", "-Werror",
            "--release", "17", "-encoding", "UTF-8", "-docencoding", "UTF-8", "-notimestamp", "-windowtitle", "JTorch",
            "-doctitle", "JTorch",
            "--module-source-path", "dev.jtorch=" + root.resolve("jtorch-core/src/main/java") + File.pathSeparator
                + root.resolve("jtorch-core/src/main/gen"),
            "--module-source-path", "dev.jtorch.vision=" + root.resolve("jtorch-vision/src/main/java"), "--module-path",
            dependencies(root),
            "--module", "dev.jtorch,dev.jtorch.vision");
    if (status != 0)
      throw new IllegalStateException("site: javadoc ended with " + status + " (expected: 0, without warnings)");
  }

  /** The class path of this program without the modules that are documented. */
  private static String dependencies(Path root) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).startsWith(root)).collect(Collectors.joining(File.pathSeparator));
  }
}
