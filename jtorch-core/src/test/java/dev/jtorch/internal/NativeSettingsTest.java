package dev.jtorch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeSettingsTest {
  @Test void missing_leavesTheUsersValues() {
    assertThat(NativeSettings.missing(Map.of())).containsOnlyKeys("OMP_WAIT_POLICY", "GOMP_SPINCOUNT",
        "OPENBLAS_THREAD_TIMEOUT");
    assertThat(NativeSettings.missing(Map.of("OMP_WAIT_POLICY", "ACTIVE"))).containsOnlyKeys("OPENBLAS_THREAD_TIMEOUT");
    assertThat(NativeSettings.missing(Map.of("GOMP_SPINCOUNT", "0", "OPENBLAS_THREAD_TIMEOUT", "9")))
        .containsOnlyKeys("OMP_WAIT_POLICY");
  }

  @Test void describe_saysWhichArtifactToAdd() {
    String found = "no jnitorch in java.library.path";
    assertThat(MissingNatives.describe("linux-x86_64", found, false)).isEqualTo(
        "JTorch: LibTorch's native libraries for linux-x86_64 could not be loaded (expected: jniopenblas_nolapack and jnitorch"
            + " on the class path; no jnitorch in java.library.path); add the dependency dev.jtorch:jtorch-linux-x86_64");
    assertThat(MissingNatives.describe("macosx-arm64", found, true)).isEqualTo(
        "JTorch: LibTorch's native libraries for macosx-arm64 could not be loaded (expected: jniopenblas_nolapack and jnitorch"
            + " on the module path; no jnitorch in java.library.path); add the dependency dev.jtorch:jtorch-macosx-arm64, as a"
            + " jar and not as type pom");
  }

  @Test void firstLine_dropsTheNativeStack() {
    assertThat(
        NativeErrors.firstLine("shape '[5]' is invalid\nfor input\nException raised from infer at x.h:1\nframe #0"))
        .isEqualTo("shape '[5]' is invalid for input");
  }
}
