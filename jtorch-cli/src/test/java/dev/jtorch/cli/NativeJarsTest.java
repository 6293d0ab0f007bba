package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeJarsTest {
  @TempDir private Path folder;

  @Test void sizes_listOnlyJarsOfNativeLibraries() throws IOException {
    String classPath = String.join(File.pathSeparator, jar("pytorch-2.10.0-1.5.13-linux-x86_64.jar", 30),
        jar("pytorch-2.10.0-1.5.13.jar", 20), jar("openblas-0.3.31-1.5.13-macosx-arm64.jar", 10),
        folder.resolve("javacpp-1.5.13-linux-x86_64.jar").toString());
    assertThat(DoctorCommand.NativeJars.sizes(classPath)).containsExactly(
        java.util.Map.entry("pytorch-2.10.0-1.5.13-linux-x86_64.jar", 30L),
        java.util.Map.entry("openblas-0.3.31-1.5.13-macosx-arm64.jar", 10L));
  }

  private String jar(String name, int bytes) throws IOException {
    return Files.write(folder.resolve(name), new byte[bytes]).toString();
  }
}
