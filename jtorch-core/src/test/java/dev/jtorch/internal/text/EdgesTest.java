package dev.jtorch.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgesTest {
  private static final PrintSettings ALWAYS = PrintSettings.defaultProfile().threshold(0).edgeItems(1);

  @Test void flatIndices_cutMatrix() {
    Edges edges = Edges.of(new long[] {4, 3}, ALWAYS);
    assertThat(edges.flatIndices()).containsExactly(0, 2, 9, 11);
    assertThat(edges.count()).isEqualTo(4);
    assertThat(edges.keepsAll()).isFalse();
  }

  @Test void flatIndices_shortDimensionsAreWhole() {
    Edges edges = Edges.of(new long[] {2, 3}, ALWAYS);
    assertThat(edges.flatIndices()).containsExactly(0, 2, 3, 5);
    assertThat(edges.cuts(0)).isFalse();
    assertThat(edges.cuts(1)).isTrue();
  }

  @Test void flatIndices_belowThreshold() {
    Edges edges = Edges.of(new long[] {2, 3}, ALWAYS.threshold(6));
    assertThat(edges.flatIndices()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(edges.keepsAll()).isTrue();
  }

  @Test void flatIndices_scalar() {
    assertThat(Edges.of(new long[0], ALWAYS).flatIndices()).containsExactly(0);
  }

  @Test void flatIndices_noEdgeItems() {
    Edges edges = Edges.of(new long[] {4, 3}, ALWAYS.edgeItems(0));
    assertThat(edges.flatIndices()).isEmpty();
    assertThat(edges.count()).isZero();
  }
}
