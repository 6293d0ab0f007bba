package dev.jtorch;

import static dev.jtorch.GoldenCases.booleans;
import static dev.jtorch.GoldenCases.floats;
import static dev.jtorch.GoldenCases.gradient;
import static dev.jtorch.GoldenCases.longs;
import static dev.jtorch.Index.ALL;
import static dev.jtorch.Index.ELLIPSIS;
import static dev.jtorch.Index.NEWAXIS;
import static dev.jtorch.Index.at;
import static dev.jtorch.Index.from;
import static dev.jtorch.Index.of;
import static dev.jtorch.Index.slice;
import static dev.jtorch.Index.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.testing.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Python's brackets, read and written. */
class IndexingOpsTest {
  private static final Tensor x = Torch.arange(24).reshape(2, 3, 4);
  private static final Tensor m = Torch.tensor(new boolean[][] {{true, false, true}, {false, true, false}});
  private static final Tensor v = Torch.arange(3);

  @Row({"S4-034", "S4-185"})
  @TestFactory Stream<DynamicTest> golden() {
    return GoldenCases.of("indexing", c -> {
      cases1(c);
      cases2(c);
      cases3(c);
    });
  }

  private static void cases1(GoldenCases c) {
    c.add("at", () -> x.get(1));
    c.add("at several", () -> x.get(1, -1, 2));
    c.add("at out of range", () -> v.get(5));
    c.add("at out of range later", () -> x.get(ALL, ALL, at(4)));
    c.add("at negative out of range", () -> v.get(-4));
    c.add("at too many", () -> v.get(0, 0));
    c.add("whole scalar", () -> Torch.tensor(3).get(ELLIPSIS));
    c.add("new axis scalar", () -> Torch.tensor(3).get(NEWAXIS));
    c.add("slice", () -> x.get(ALL, slice(1, 3), slice(null, null, 2)));
    c.add("slice negative", () -> v.get(from(-2)));
    c.add("slice to", () -> v.get(to(-1)));
    c.add("slice from", () -> v.get(from(1)));
    c.add("slice beyond", () -> v.get(slice(1, 9)));
    c.add("slice empty", () -> v.get(slice(2, 1)));
    c.add("slice step", () -> v.get(slice(null, null, 2)));
    c.add("new axis", () -> x.get(NEWAXIS).shape());
    c.add("new axis inside", () -> x.get(ALL, NEWAXIS, at(1)).shape());
    c.add("new axis batch of image", () -> Torch.zeros(6, 7, 3).get(NEWAXIS).shape());
    c.add("ellipsis", () -> x.get(ELLIPSIS, at(0)));
    c.add("ellipsis middle", () -> x.get(at(0), ELLIPSIS, at(1)));
    c.add("ellipsis empty", () -> x.get(at(0), at(1), ELLIPSIS, at(2)));
    c.add("positions", () -> x.get(ALL, of(2, 0)));
    c.add("positions negative", () -> v.get(of(-1, 0)));
    c.add("positions out of range", () -> v.get(longs(5)));
    c.add("positions of two dimensions", () -> v.get(Torch.tensor(new long[][] {{0, 1}, {2, 2}})));
    c.add("positions paired", () -> x.get(of(0, 1), of(2, 0)));
    c.add("positions broadcast", () -> x.get(of(longs(0, 1).unsqueeze(1)), of(1, 2)).shape());
    c.add("positions not broadcastable", () -> x.get(of(0, 1), of(0, 1, 2)));
    c.add("positions beside each other", () -> x.get(ALL, of(0, 1), of(0, 1)).shape());
    c.add("positions apart", () -> x.get(of(0, 1), ALL, of(0, 1)).shape());
  }

  private static void cases2(GoldenCases c) {
    c.add("positions behind ellipsis", () -> x.get(ELLIPSIS, of(0, 3)).shape());
    c.add("position and positions", () -> x.get(at(0), ALL, of(0L)).shape());
    c.add("positions and new axis", () -> x.get(of(0L), NEWAXIS, ALL, of(1L)).shape());
    c.add("positions scalar tensor", () -> x.get(Torch.tensor(1)));
    c.add("positions scalar tensor and list", () -> x.get(of(Torch.tensor(1)), of(0L)));
    c.add("positions int32", () -> v.get(Torch.tensor(new int[] {0, 2})));
    c.add("positions float", () -> v.get(floats(1)));
    c.add("mask", () -> x.get(m));
    c.add("mask all dimensions", () -> x.get(x.gt(20)));
    c.add("mask and position", () -> x.get(of(m), at(1)));
    c.add("mask and slice", () -> x.get(of(m), slice(1, 3)));
    c.add("mask and new axis", () -> x.get(of(m), NEWAXIS).shape());
    c.add("mask behind slice", () -> x.get(ALL, of(m.get(0))).shape());
    c.add("mask behind new axis", () -> x.get(NEWAXIS, of(m)).shape());
    c.add("mask and positions", () -> x.get(of(m), of(0, 1, 2)));
    c.add("mask of wrong shape", () -> v.get(booleans(true, false)));
    c.add("mask behind ellipsis", () -> x.get(ELLIPSIS, of(m)));
    c.add("mask true", () -> x.get(Torch.tensor(true)).shape());
    c.add("mask false", () -> x.get(Torch.tensor(false)).shape());
    c.add("mask none", () -> v.get(v.gt(9)));
    c.add("mask rows and columns",
        () -> x.get(0).get(booleans(true, false, true)).get(ALL, of(booleans(true, false, false, true))));
    c.add("set at", () -> x.clone().set(7, 0));
    c.add("set at several", () -> x.clone().set(70, 0, 1, 2).get(0));
    c.add("set slice", () -> x.clone().set(9, ALL, at(0)).get(ALL, at(0)));
    c.add("set slice tensor", () -> x.clone().set(longs(-1, -2).unsqueeze(0), at(0), ALL, slice(1, 3)).get(0));
    c.add("set leading ones", () -> Torch.zeros(3).set(Torch.ones(1, 1, 2), slice(0, 2)));
    c.add("set wrong shape", () -> Torch.zeros(3).set(Torch.ones(3), slice(0, 2)));
    c.add("set mask", () -> x.clone().set(5, m).get(ALL, ALL, at(0)));
    c.add("set mask tensor", () -> v.clone().set(longs(8, 9), v.gt(0)));
    c.add("set positions", () -> v.clone().set(4, of(0, 2)));
  }

  private static void cases3(GoldenCases c) {
    c.add("set positions and slice", () -> x.clone().set(longs(1, 2), ALL, of(0, 2), at(1)).get(ALL, ALL, at(1)));
    c.add("set out of range", () -> v.clone().set(1, 5));
    c.add("set other dtype", () -> Torch.zeros(3).set(longs(1), longs(0)));
    c.add("set other dtype basic", () -> v.clone().set(Torch.tensor(3.7), 0));
    c.add("set whole", () -> v.clone().set(4, ELLIPSIS));
    c.add("set leaf", () -> Torch.zeros(3).requiresGrad_().set(1, 0));
    c.add("index put", () -> v.indexPut(List.of(longs(0)), longs(9), false));
    c.add("index put in place", () -> v.clone().indexPut_(List.of(longs(0, 0)), longs(9, 1), true));
    c.add("gradient of view", () -> gradient(t -> t.get(from(1), NEWAXIS), v.toFloat()));
    c.add("gradient of positions", () -> gradient(t -> t.get(longs(0, 0, 2)), v.toFloat()));
    c.add("gradient of mask", () -> gradient(t -> t.get(t.gt(0)), v.toFloat()));
    c.add("gradient of set", () -> gradient(t -> t.mul(2).set(t.get(2), 0), v.toFloat()));
    c.add("gradient function of view", () -> Torch.zeros(2).requiresGrad_().get(0));
    c.add("gradient function of positions", () -> Torch.zeros(2).requiresGrad_().get(longs(0)));
  }

  @Test void get_positionsOfAScalar() {
    assertThatThrownBy(() -> Torch.tensor(3).get(0)).isInstanceOf(IndexException.class)
        .hasMessage("invalid index of a 0-dim tensor; use item() to get its number");
  }

  @Test void slice_stepThatIsNotPositive() {
    assertThatThrownBy(() -> slice(0, 2, 0)).isInstanceOf(IndexException.class)
        .hasMessage("step must be greater than zero");
  }

  @Test void get_outOfRange() {
    assertThatThrownBy(() -> v.get(5)).isInstanceOf(IndexException.class);
    assertThatThrownBy(() -> v.get(longs(5))).isInstanceOf(IndexException.class);
    assertThatThrownBy(() -> v.get(booleans(true))).isInstanceOf(ShapeException.class);
  }

  @Test void get_basicPartsGiveAView() {
    Tensor y = x.clone();
    assertThat(y.get(at(0), NEWAXIS, slice(0, 2)).dataPtr()).isEqualTo(y.dataPtr());
    assertThat(y.get(ELLIPSIS).dataPtr()).isEqualTo(y.dataPtr());
    assertThat(y.get(ELLIPSIS).isSameAs(y)).isFalse();
    assertThat(y.get(of(0, 1)).dataPtr()).isNotEqualTo(y.dataPtr());
  }

  @Test void getAndSet_leaveNothingElseInTheScope() {
    Tensor y = x.clone();
    try (var scope = Scope.open()) {
      y.get(of(0, 1), ALL, at(0));
      assertThat(scope.size()).isEqualTo(1);
      y.get(1, 2, 3);
      assertThat(scope.size()).isEqualTo(2);
      y.set(3, of(0, 1), ALL, at(0)).set(4, 1, 1);
      assertThat(scope.size()).isEqualTo(2);
    }
  }
}
