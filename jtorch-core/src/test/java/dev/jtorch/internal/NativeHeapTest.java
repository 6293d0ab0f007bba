package dev.jtorch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeHeapTest {
  @Test void chosenByUser_isWhatGlibcReads() {
    assertThat(NativeHeap.chosenByUser(Map.of())).isFalse();
    assertThat(NativeHeap.chosenByUser(Map.of("PATH", "/bin", "GLIBC_TUNABLES", "glibc.cpu.x=1"))).isFalse();
    assertThat(NativeHeap.chosenByUser(Map.of("MALLOC_ARENA_MAX", "2"))).isTrue();
    assertThat(NativeHeap.chosenByUser(Map.of("GLIBC_TUNABLES", "glibc.malloc.trim_threshold=1"))).isTrue();
  }
}
