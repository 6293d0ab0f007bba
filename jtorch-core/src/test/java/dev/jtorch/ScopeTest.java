package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ScopeTest {
  @Test void close_freesWhatWasMadeInside() {
    Tensor outside = Torch.ones(2);
    Tensor inside;
    try (var scope = Scope.open()) {
      inside = outside.add(1);
      assertThat(scope.size()).isEqualTo(1);
      assertThat(scope.bytes()).isEqualTo(8);
    }
    assertThat(inside.isReleased()).isTrue();
    assertThat(outside.isReleased()).isFalse();
  }

  @Test void keep_movesToTheSurroundingScope() {
    Tensor kept;
    try (var outer = Scope.open()) {
      try (var inner = Scope.open()) {
        kept = Torch.ones(2).keep();
      }
      assertThat(kept.isReleased()).isFalse();
      assertThat(outer.size()).isEqualTo(1);
    }
    assertThat(kept.isReleased()).isTrue();
  }

  @Test void keepForever_leavesAllScopes() {
    Tensor kept;
    try (var outer = Scope.open(); var inner = Scope.open()) {
      kept = Torch.ones(2).keepForever();
    }
    assertThat(kept.isReleased()).isFalse();
  }

  @Test void discard_freesOnlyWhatTheInnermostScopeOwns() {
    try (var outer = Scope.open()) {
      Tensor ofOuter = Torch.ones(2);
      try (var inner = Scope.open()) {
        Tensor ofInner = Torch.ones(2);
        Scope.discard(ofOuter);
        Scope.discard(ofInner);
        assertThat(ofInner.isReleased()).isTrue();
        assertThat(ofOuter.isReleased()).isFalse();
      }
    }
  }

  @Test void close_ofAnOuterScopeClosesInnerOnes() {
    var outer = Scope.open();
    var inner = Scope.open();
    Tensor made = Torch.ones(2);
    outer.close();
    assertThat(made.isReleased()).isTrue();
    inner.close();
    try (var fresh = Scope.open()) {
      Tensor later = Torch.ones(2);
      inner.close();
      assertThat(later.isReleased()).isFalse();
    }
  }

  @Test void close_onAnotherThreadIsRefused() {
    try (var scope = Scope.open()) {
      assertThatThrownBy(() -> CompletableFuture.runAsync(scope::close).join())
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .rootCause().hasMessageMatching("Scope: used on thread '.*' \\(expected: the thread that opened it\\)");
    }
  }

  @Test void size_ofAClosedScopeIsRefused() {
    var scope = Scope.open();
    scope.close();
    assertThatThrownBy(scope::size).isInstanceOf(IllegalStateException.class)
        .hasMessage("Scope: it is closed (expected: open)");
  }

  @Test void gradients_belongToNoScope() {
    Tensor leaf = Torch.ones(2).requiresGrad_();
    Tensor grad;
    try (var step = Scope.open()) {
      leaf.add(1).add_(leaf).backward(Torch.ones(2));
      grad = leaf.grad();
    }
    assertThat(grad).isNotNull().isSameAs(leaf.grad());
    assertThat(grad.isReleased()).isFalse();
  }
}
