package dev.jtorch.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The jars of native libraries that this process was started with. */
final class NativeJars {
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
