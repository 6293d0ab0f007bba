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
import java.util.ArrayList;
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
      positions(c);
      slices(c);
      newAxes(c);
      lists(c);
      masks(c);
      assignments(c);
      gradients(c);
      changes(c);
      parts(c);
    });
  }

  private static void positions(GoldenCases c) {
    c.add("at", () -> x.get(1));
    c.add("at several", () -> x.get(1, -1, 2));
    c.add("at out of range", () -> v.get(5));
    c.add("at out of range later", () -> x.get(ALL, ALL, 4));
    c.add("at negative out of range", () -> v.get(-4));
    c.add("at too many", () -> v.get(0, 0));
    c.add("whole scalar", () -> Torch.tensor(3).get(ELLIPSIS));
    c.add("new axis scalar", () -> Torch.tensor(3).get(NEWAXIS));
  }

  private static void slices(GoldenCases c) {
    c.add("slice", () -> x.get(ALL, slice(1, 3), slice(null, null, 2)));
    c.add("slice negative", () -> v.get(from(-2)));
    c.add("slice to", () -> v.get(to(-1)));
    c.add("slice from", () -> v.get(from(1)));
    c.add("slice beyond", () -> v.get(slice(1, 9)));
    c.add("slice empty", () -> v.get(slice(2, 1)));
    c.add("slice step", () -> v.get(slice(null, null, 2)));
  }

  private static void newAxes(GoldenCases c) {
    c.add("new axis", () -> x.get(NEWAXIS).shape());
    c.add("new axis inside", () -> x.get(ALL, NEWAXIS, 1).shape());
    c.add("new axis batch of image", () -> Torch.zeros(6, 7, 3).get(NEWAXIS).shape());
    c.add("ellipsis", () -> x.get(ELLIPSIS, 0));
    c.add("ellipsis middle", () -> x.get(0, ELLIPSIS, 1));
    c.add("ellipsis empty", () -> x.get(0, 1, ELLIPSIS, 2));
  }

  private static void lists(GoldenCases c) {
    c.add("positions", () -> x.get(ALL, of(2, 0)));
    c.add("positions negative", () -> v.get(of(-1, 0)));
    c.add("positions out of range", () -> v.get(longs(5)));
    c.add("positions of two dimensions", () -> v.get(Torch.tensor(new long[][] {{0, 1}, {2, 2}})));
    c.add("positions paired", () -> x.get(of(0, 1), of(2, 0)));
    c.add("positions broadcast", () -> x.get(of(longs(0, 1).unsqueeze(1)), of(1, 2)).shape());
    c.add("positions not broadcastable", () -> x.get(of(0, 1), of(0, 1, 2)));
    c.add("positions beside each other", () -> x.get(ALL, of(0, 1), of(0, 1)).shape());
    c.add("positions apart", () -> x.get(of(0, 1), ALL, of(0, 1)).shape());
    c.add("positions behind ellipsis", () -> x.get(ELLIPSIS, of(0, 3)).shape());
    c.add("position and positions", () -> x.get(0, ALL, of(0L)).shape());
    c.add("positions and new axis", () -> x.get(of(0L), NEWAXIS, ALL, of(1L)).shape());
    c.add("positions scalar tensor", () -> x.get(Torch.tensor(1)));
    c.add("positions scalar tensor and list", () -> x.get(of(Torch.tensor(1)), of(0L)));
    c.add("positions int32", () -> v.get(Torch.tensor(new int[] {0, 2})));
    c.add("positions float", () -> v.get(floats(1)));
  }

  private static void masks(GoldenCases c) {
    c.add("mask", () -> x.get(m));
    c.add("mask all dimensions", () -> x.get(x.gt(20)));
    c.add("mask and position", () -> x.get(m, 1));
    c.add("mask and slice", () -> x.get(m, slice(1, 3)));
    c.add("mask and new axis", () -> x.get(m, NEWAXIS).shape());
    c.add("mask behind slice", () -> x.get(ALL, m.get(0)).shape());
    c.add("mask behind new axis", () -> x.get(NEWAXIS, m).shape());
    c.add("mask and positions", () -> x.get(of(m), of(0, 1, 2)));
    c.add("mask of wrong shape", () -> v.get(booleans(true, false)));
    c.add("mask behind ellipsis", () -> x.get(ELLIPSIS, m));
    c.add("mask true", () -> x.get(Torch.tensor(true)).shape());
    c.add("mask false", () -> x.get(Torch.tensor(false)).shape());
    c.add("mask none", () -> v.get(v.gt(9)));
    c.add("mask rows and columns",
        () -> x.get(0).get(booleans(true, false, true)).get(ALL, of(booleans(true, false, false, true))));
  }

  private static void assignments(GoldenCases c) {
    c.add("set at", () -> x.clone().at(0).set(7));
    c.add("set at several", () -> x.clone().at(0, 1, 2).set(70).get(0));
    c.add("set slice", () -> x.clone().at(ALL, 0).set(9).get(ALL, 0));
    c.add("set slice tensor", () -> x.clone().at(0, ALL, slice(1, 3)).set(longs(-1, -2).unsqueeze(0)).get(0));
    c.add("set leading ones", () -> Torch.zeros(3).at(slice(0, 2)).set(Torch.ones(1, 1, 2)));
    c.add("set wrong shape", () -> Torch.zeros(3).at(slice(0, 2)).set(Torch.ones(3)));
    c.add("set mask", () -> x.clone().at(m).set(5).get(ALL, ALL, 0));
    c.add("set mask tensor", () -> v.clone().at(v.gt(0)).set(longs(8, 9)));
    c.add("set positions", () -> v.clone().at(of(0, 2)).set(4));
    c.add("set positions and slice", () -> x.clone().at(ALL, of(0, 2), 1).set(longs(1, 2)).get(ALL, ALL, 1));
    c.add("set out of range", () -> v.clone().at(5).set(1));
    c.add("set other dtype", () -> Torch.zeros(3).at(longs(0)).set(longs(1)));
    c.add("set other dtype basic", () -> v.clone().at(0).set(Torch.tensor(3.7)));
    c.add("set whole", () -> v.clone().at(ELLIPSIS).set(4));
    c.add("set number converted", () -> v.clone().at(0).set(3.7));
    c.add("set complex into real", () -> Torch.zeros(2).at(0).set(Complex.of(1, 2)));
    c.add("set complex", () -> Torch.zeros(2).to(DType.COMPLEX64).at(0).set(Complex.of(1, 2)));
    c.add("set number too big", () -> Torch.zeros(2).to(DType.UINT8).at(0).set(300));
    c.add("set tensor too big", () -> Torch.zeros(2).to(DType.UINT8).at(ALL).set(longs(300, -1)));
    c.add("set flag", () -> Torch.zeros(3).toBool().at(0).set(true));
    c.add("set flag into float", () -> Torch.zeros(3).at(1).set(true));
    c.add("set flag at list", () -> Torch.ones(3).toBool().at(of(0, 1)).set(false));
    c.add("set broadcast column", () -> Torch.zeros(2, 3).at(ALL, 0).set(longs(1, 2)));
    c.add("set broadcast rows", () -> Torch.zeros(2, 3).at(ELLIPSIS).set(floats(1, 2, 3)));
    c.add("set too short", () -> Torch.zeros(2, 3).at(0).set(floats(1, 2)));
    c.add("set too many dimensions", () -> Torch.zeros(2, 3).at(0).set(Torch.ones(2, 3)));
    c.add("set empty slice", () -> v.clone().at(slice(null, 0)).set(5));
    c.add("set beside ellipsis", () -> x.clone().at(0, ELLIPSIS, 1).set(longs(7, 8, 9)).get(0));
    c.add("set mask too many", () -> v.clone().at(v.gt(0)).set(longs(8, 9, 10)));
    c.add("set list broadcast", () -> x.clone().at(ALL, List.of(0, 2)).set(longs(1, 2, 3, 4)));
    c.add("set list wrong shape", () -> x.clone().at(ALL, List.of(0, 2)).set(longs(1, 2, 3)));
    c.add("set list other dtype", () -> v.clone().at(List.of(0, 2)).set(floats(1.5, 2.5)));
    c.add("set true", () -> v.clone().at(true).set(4));
    c.add("set false", () -> v.clone().at(false).set(4));
    c.add("set new axis", () -> v.clone().at(NEWAXIS).set(longs(4, 5, 6).unsqueeze(0)));
    c.add("set scalar tensor", () -> v.clone().at(Torch.tensor(1)).set(7));
    c.add("set too many", () -> v.clone().at(0, 0).set(1));
    c.add("set leaf", () -> Torch.zeros(3).requiresGrad_().at(0).set(1));
    c.add("index put", () -> v.indexPut(List.of(longs(0)), longs(9), false));
    c.add("index put in place", () -> v.clone().indexPut_(List.of(longs(0, 0)), longs(9, 1), true));
  }

  private static void gradients(GoldenCases c) {
    c.add("gradient of view", () -> gradient(t -> t.get(from(1), NEWAXIS), v.toFloat()));
    c.add("gradient of positions", () -> gradient(t -> t.get(longs(0, 0, 2)), v.toFloat()));
    c.add("gradient of mask", () -> gradient(t -> t.get(t.gt(0)), v.toFloat()));
    c.add("gradient of set", () -> gradient(t -> t.mul(2).at(0).set(t.get(2)), v.toFloat()));
    c.add("gradient of added", () -> gradient(t -> t.mul(2).at(slice(0, 2)).add_(t.get(slice(1, 3))), v.toFloat()));
    c.add("gradient of multiplied list", () -> gradient(t -> t.mul(2).at(List.of(0, 1)).mul_(t.get(1)), v.toFloat()));
    c.add("gradient function of set", () -> Torch.ones(3).requiresGrad_().mul(2).at(0).set(5));
    c.add("gradient function of added", () -> Torch.ones(3).requiresGrad_().mul(2).at(0).add_(5));
    c.add("gradient function of multiplied list", () -> Torch.ones(3).requiresGrad_().mul(2).at(List.of(0, 1)).mul_(3));
    c.add("gradient function of iteration", () -> Torch.zeros(2).requiresGrad_().iterator().next());
    c.add("gradient function of view", () -> Torch.zeros(2).requiresGrad_().get(0));
    c.add("gradient function of positions", () -> Torch.zeros(2).requiresGrad_().get(longs(0)));
  }

  private static void changes(GoldenCases c) {
    c.add("add", () -> v.clone().at(slice(1, null)).add_(10));
    c.add("add tensor", () -> Torch.zeros(2, 3).at(ALL, 0).add_(longs(1, 2)));
    c.add("add to list twice", () -> v.clone().at(List.of(0, 0)).add_(1));
    c.add("add to mask", () -> Torch.zeros(3).at(v.gt(0)).add_(floats(1, 2)));
    c.add("add other dtype", () -> v.clone().at(0).add_(1.5));
    c.add("add other dtype to list", () -> v.clone().at(List.of(0)).add_(Torch.tensor(1.5)));
    c.add("add to leaf", () -> Torch.zeros(3).requiresGrad_().at(0).add_(1));
    c.add("add to leaf's list", () -> Torch.zeros(3).requiresGrad_().at(List.of(0)).add_(1));
    c.add("subtract", () -> v.clone().at(slice(1, 3)).sub_(longs(1, 1)).at(0).sub_(2));
    c.add("multiply", () -> Torch.ones(2, 3).at(0).mul_(2).at(1, 2).mul_(Torch.tensor(3)));
    c.add("divide", () -> Torch.ones(2, 3).at(0).div_(2).at(1).div_(floats(1, 2, 4)));
    c.add("divide whole numbers", () -> v.clone().at(slice(1, null)).div_(2));
    c.add("power", () -> v.clone().at(slice(1, null)).pow_(2).at(2).pow_(Torch.tensor(2)));
    c.add("fill", () -> Torch.ones(2, 3).at(m).fill_(5).at(0, 1).zero_());
    c.add("apply in place", () -> v.clone().at(slice(1, 3)).apply_(t -> t.clamp_(0, 1)));
    c.add("apply", () -> v.clone().at(List.of(1, 2)).apply_(t -> t.mul(10)));
    c.add("apply to view", () -> v.clone().at(slice(1, 3)).apply_(Tensor::neg));
  }

  private static void parts(GoldenCases c) {
    c.add("slice to null", () -> v.get(slice(null, 2)));
    c.add("slice from null", () -> v.get(slice(1, null)));
    c.add("slice with step", () -> Torch.arange(20).get(slice(0, 10, 2)));
    c.add("slice whole with step", () -> Torch.arange(7).get(slice(null, null, 3)));
    c.add("slice step negative", () -> v.get(slice(null, null, -1)));
    c.add("slice of scalar", () -> Torch.tensor(3).get(ALL));
    c.add("no parts", () -> x.get().shape());
    c.add("four numbers", () -> Torch.arange(16).view(2, 2, 2, 2).get(1, 0, 1, 0));
    c.add("true", () -> x.get(true).shape());
    c.add("false", () -> x.get(false).shape());
    c.add("true behind position", () -> x.get(0, true).shape());
    c.add("false behind position", () -> v.get(0, false).shape());
    c.add("list of flags", () -> v.get(List.of(true, false, true)));
    c.add("list of flags behind slice", () -> x.get(ALL, new boolean[] {true, false, true}).shape());
    c.add("list of positions", () -> x.get(List.of(1, 0), new int[] {2, 0}));
    c.add("null", () -> x.get(0, null, ELLIPSIS, 1).shape());
    c.add("float", () -> x.get(1.5));
    c.add("tensor and true", () -> x.get(longs(0, 1), true).shape());
    c.add("text", () -> x.get("0, 1:3, ::2"));
    c.add("text ellipsis", () -> x.get("..., 0:2"));
    c.add("text new axis", () -> x.get("None, 1, :, newaxis, -1").shape());
    c.add("text flags", () -> x.get("True, 0").shape());
    c.add("text list", () -> x.get(" [1, 0] , [True,False, True]"));
    c.add("text tensor", () -> x.get("{}, 1:", m));
    c.add("text tensors", () -> x.get(":, {}, {}", longs(0, 1), longs(2, 3)));
    c.add("text comma at the end", () -> v.get("0,"));
    c.add("text slices", () -> v.get("None:2").add(v.get("-2:")));
    c.add("text step negative", () -> v.get("::-1"));
    c.add("text step zero", () -> v.get("::0"));
    c.add("text out of range", () -> x.get("0, 3"));
    c.add("text set", () -> x.clone().at("0, :2").set(Torch.zeros(2, 4)).get(0));
    c.add("text add", () -> x.clone().at("..., {}", List.of(0, 1)).add_(100).get(0));
  }

  @Test void get_positionsOfAScalar() {
    assertThatThrownBy(() -> Torch.tensor(3).get(0)).isInstanceOf(IndexException.class)
        .hasMessage("invalid index of a 0-dim tensor; use item() to get its number");
  }

  @Test void slice_stepThatIsNotPositive() {
    assertThatThrownBy(() -> slice(0, 2, 0)).isInstanceOf(IndexException.class)
        .hasMessage("slice step cannot be zero");
    assertThatThrownBy(() -> slice(null, null, -1)).isInstanceOf(IndexException.class)
        .hasMessage("step must be greater than zero");
  }

  @Test void get_whatIsNoIndex() {
    String message = "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices";
    assertThatThrownBy(() -> x.get(DType.INT64)).isInstanceOf(IndexException.class)
        .hasMessage(message + " (got DType)");
    assertThatThrownBy(() -> x.at(1.5f)).isInstanceOf(IndexException.class).hasMessage(message + " (got float)");
    assertThatThrownBy(() -> x.get(List.of(true, 1))).isInstanceOf(IndexException.class)
        .hasMessage("a list in an index holds true (expected: whole numbers, or booleans only)");
    for (String part : List.of("a", "1.5", "", "1::2:3", "[0, x]", "99999999999999999999", "x:1")) {
      assertThatThrownBy(() -> x.get("0, " + part + ",")).isInstanceOf(IndexException.class)
          .hasMessage(
              "index \"0, " + part + ",\" has '" + part + "' as part 2 (expected: a number, a slice such as 1:3, ...,"
                  + " None, True, False, a list such as [0, 2], or {} for an argument)");
    }
    assertThatThrownBy(() -> x.get("")).isInstanceOf(IndexException.class);
    assertThatThrownBy(() -> x.get("0, {}")).isInstanceOf(IndexException.class)
        .hasMessage("index \"0, {}\" has 1 places {} for 0 arguments (expected: one for each)");
    assertThatThrownBy(() -> x.at("0", 1)).isInstanceOf(IndexException.class)
        .hasMessage("index \"0\" has 0 places {} for 1 arguments (expected: one for each)");
  }

  @Test void get_manyTexts() { // more than are remembered
    for (int i = 0; i < 1200; i++) assertThat(v.get((i % 3) + "," + " ".repeat(i)).itemLong()).isEqualTo(i % 3);
  }

  /** No call can be read as index and as value: {@code x.set(1, 2)} once wrote 1 at index 2. */
  @Test void set_doesNotExist() {
    assertThat(Tensor.class.getMethods()).noneMatch(method -> method.getName().equals("set"));
    assertThat(IndexedTensor.class.getMethods()).filteredOn(method -> method.getName().equals("set"))
        .allMatch(method -> method.getParameterCount() == 1);
  }

  @Test void iterator_overTheFirstDimension() {
    var rows = new ArrayList<Size>();
    for (Tensor row : x) rows.add(row.shape());
    assertThat(rows).containsExactly(Size.of(3, 4), Size.of(3, 4));
    assertThat(x.iterator().next().dataPtr()).isEqualTo(x.dataPtr());
    assertThat(Torch.zeros(0, 2).iterator().hasNext()).isFalse();
    assertThatThrownBy(Torch.tensor(3)::iterator).isInstanceOf(IndexException.class)
        .hasMessage("iteration over a 0-d tensor");
    Tensor leaf = Torch.ones(2).requiresGrad_();
    for (Tensor element : leaf) element.mul(3).backward();
    assertThat(leaf.grad()).hasToString("tensor([3., 3.])");
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
      y.at(of(0, 1), ALL, 0).set(3).at(1, 1).set(4);
      y.at(0).add_(1).at(m).mul_(2);
      assertThat(scope.size()).isEqualTo(2);
    }
  }
}
