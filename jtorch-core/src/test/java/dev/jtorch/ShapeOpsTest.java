package dev.jtorch;

import static dev.jtorch.GoldenCases.floats;
import static dev.jtorch.GoldenCases.gradient;
import static dev.jtorch.GoldenCases.longs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.testing.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Shapes, parts and joins, beside Python's. */
class ShapeOpsTest {
  private static final Tensor x = Torch.arange(12).toFloat().reshape(3, 4);
  private static final Tensor y = Torch.arange(6);
  private static final Tensor z = Torch.zeros(1, 3, 1);

  @Row({"S4-034", "S4-093", "S4-184", "S4-186", "S5-023"})
  @TestFactory Stream<DynamicTest> golden() {
    return GoldenCases.of("shape", c -> {
      views(c);
      permutations(c);
      sizesOfOne(c);
      repetitions(c);
      flips(c);
      splits(c);
      parts(c);
      diagonals(c);
      triangles(c);
      joins(c);
      grids(c);
      atLeast(c);
      complexViewsAndPadding(c);
      choices(c);
      gradients(c);
    });
  }

  private static void views(GoldenCases c) {
    c.add("view", () -> x.view(4, 3));
    c.add("view one size open", () -> x.view(2, -1));
    c.add("view as bytes", () -> floats(1.5).view(DType.INT32));
    c.add("view as", () -> x.viewAs(Torch.zeros(2, 6)));
    c.add("view of transposed", () -> x.t().view(12));
    c.add("view of bad count", () -> x.view(5, -1));
    c.add("view batch dimension", () -> x.view(1, 3, 4).shape());
    c.add("reshape of transposed", () -> x.t().reshape(2, 6));
    c.add("reshape as", () -> x.reshapeAs(Torch.zeros(2, 6)));
    c.add("reshape of bad count", () -> x.reshape(5, 2));
    c.add("flatten", () -> x.flatten());
    c.add("flatten from one", () -> Torch.zeros(2, 3, 4).flatten(1).shape());
    c.add("flatten range", () -> Torch.zeros(2, 3, 4, 5).flatten(1, 2).shape());
    c.add("flatten scalar", () -> Torch.tensor(3).flatten());
    c.add("unflatten", () -> y.unflatten(0, 2, -1));
    c.add("ravel", () -> x.t().ravel());
  }

  private static void permutations(GoldenCases c) {
    c.add("permute", () -> Torch.arange(6).reshape(1, 2, 3).permute(2, 0, 1));
    c.add("permute repeated", () -> x.permute(0, 0));
    c.add("transpose", () -> x.transpose(0, 1));
    c.add("transpose in place", () -> x.clone().transpose_(0, -1));
    c.add("transpose out of range", () -> x.transpose(0, 2));
    c.add("swapaxes", () -> x.swapaxes(0, 1));
    c.add("t", () -> x.t());
    c.add("t in place", () -> x.clone().t_());
    c.add("t of vector", () -> y.t());
    c.add("t of three", () -> z.t());
    c.add("mT", () -> Torch.zeros(2, 3, 4).mT().shape());
    c.add("mH", () -> Torch.viewAsComplex(Torch.tensor(new float[][][] {{{1, 2}, {0, 3}}})).mH());
    c.add("adjoint",
        () -> Torch.viewAsComplex(Torch.tensor(new float[][][] {{{1, 2}, {0, 3}}})).adjoint().resolveConj());
    c.add("movedim", () -> Torch.zeros(2, 3, 4).movedim(0, 2).shape());
    c.add("movedim several", () -> Torch.zeros(2, 3, 4).movedim(new int[] {0, 1}, new int[] {1, 2}).shape());
  }

  private static void sizesOfOne(GoldenCases c) {
    c.add("squeeze", () -> z.squeeze().shape());
    c.add("squeeze dim", () -> z.squeeze(0).shape());
    c.add("squeeze dim of other size", () -> z.squeeze(1).shape());
    c.add("squeeze dims", () -> z.squeeze(new int[] {0, 2}).shape());
    c.add("squeeze in place", () -> z.clone().squeeze_().shape());
    c.add("squeeze dim in place", () -> z.clone().squeeze_(-1).shape());
    c.add("unsqueeze", () -> x.unsqueeze(1).shape());
    c.add("unsqueeze last", () -> x.unsqueeze(-1).shape());
    c.add("unsqueeze in place", () -> x.clone().unsqueeze_(0).shape());
    c.add("unsqueeze out of range", () -> x.unsqueeze(4));
  }

  private static void repetitions(GoldenCases c) {
    c.add("expand", () -> Torch.tensor(new long[][] {{1}, {2}}).expand(2, 3));
    c.add("expand new dimension", () -> y.expand(2, -1));
    c.add("expand of other size", () -> x.expand(3, 5));
    c.add("expand as", () -> longs(1).expandAs(y));
    c.add("broadcast to", () -> longs(1, 2).broadcastTo(2, 2));
    c.add("repeat", () -> longs(1, 2).repeat(2, 2));
    c.add("repeat too few", () -> x.repeat(2));
    c.add("tile", () -> x.tile(2));
    c.add("repeat interleave", () -> longs(1, 2).repeatInterleave(2));
    c.add("repeat interleave dim", () -> Torch.tensor(new long[][] {{1, 2}, {3, 4}}).repeatInterleave(2, 1));
    c.add("repeat interleave tensor", () -> longs(1, 2).repeatInterleave(longs(1, 2)));
    c.add("repeat interleave tensor dim",
        () -> Torch.tensor(new long[][] {{1, 2}, {3, 4}}).repeatInterleave(longs(1, 2), 0));
  }

  private static void flips(GoldenCases c) {
    c.add("flip", () -> x.flip(0, 1));
    c.add("fliplr", () -> x.fliplr());
    c.add("flipud", () -> x.flipud());
    c.add("roll flattened", () -> x.roll(5));
    c.add("roll", () -> x.roll(1, 0));
    c.add("roll several", () -> x.roll(new long[] {1, -1}, 0, 1));
    c.add("rot90", () -> x.rot90());
    c.add("rot90 twice", () -> x.rot90(2, 0, 1));
  }

  private static void splits(GoldenCases c) {
    c.add("split", () -> y.split(4));
    c.add("split dim", () -> x.split(2, 1));
    c.add("split sizes", () -> y.split(new long[] {1, 5}));
    c.add("split sizes dim", () -> x.split(new long[] {1, 3}, 1));
    c.add("split sizes wrong", () -> y.split(new long[] {1, 2}));
    c.add("chunk", () -> y.chunk(4));
    c.add("chunk dim", () -> x.chunk(3, 1));
    c.add("tensor split", () -> y.tensorSplit(4));
    c.add("tensor split dim", () -> x.tensorSplit(3, 1));
    c.add("tensor split indices", () -> y.tensorSplit(new long[] {1, 4}, 0));
    c.add("unbind", () -> x.unbind());
    c.add("unbind dim", () -> x.unbind(1));
  }

  private static void parts(GoldenCases c) {
    c.add("narrow", () -> x.narrow(1, 1, 2));
    c.add("narrow too long", () -> x.narrow(1, 3, 2));
    c.add("select", () -> x.select(1, -1));
    c.add("select out of range", () -> x.select(0, 3));
    c.add("unfold", () -> y.unfold(0, 3, 2));
    c.add("as strided", () -> y.asStrided(new long[] {2, 2}, new long[] {1, 2}));
    c.add("as strided offset", () -> y.asStrided(new long[] {2, 2}, new long[] {1, 2}, 1));
  }

  private static void diagonals(GoldenCases c) {
    c.add("diagonal", () -> x.diagonal());
    c.add("diagonal offset", () -> x.diagonal(1, 0, 1));
    c.add("diag of matrix", () -> x.diag());
    c.add("diag of vector", () -> longs(1, 2).diag(1));
    c.add("diag embed", () -> longs(1, 2).diagEmbed());
    c.add("diag embed dims", () -> Torch.tensor(new long[][] {{1, 2}}).diagEmbed(0, 0, 2).shape());
  }

  private static void triangles(GoldenCases c) {
    c.add("tril", () -> x.tril());
    c.add("tril offset", () -> x.tril(-1));
    c.add("tril in place", () -> x.clone().tril_());
    c.add("tril offset in place", () -> x.clone().tril_(1));
    c.add("triu", () -> x.triu());
    c.add("triu offset", () -> x.triu(1));
    c.add("triu in place", () -> x.clone().triu_());
    c.add("triu offset in place", () -> x.clone().triu_(-1));
  }

  private static void joins(GoldenCases c) {
    c.add("cat", () -> Torch.cat(List.of(x, x)));
    c.add("cat dim", () -> Torch.cat(List.of(y, floats(1.5)), 0));
    c.add("cat of other sizes", () -> Torch.cat(List.of(Torch.zeros(1, 2, 4, 4), Torch.zeros(1, 2, 5, 4)), 1));
    c.add("cat nothing", () -> Torch.cat(List.of()));
    c.add("stack", () -> Torch.stack(List.of(y, y)));
    c.add("stack dim", () -> Torch.stack(List.of(y, y), 1).shape());
    c.add("stack of other sizes", () -> Torch.stack(List.of(y, x)));
    c.add("hstack", () -> Torch.hstack(List.of(y, y)));
    c.add("vstack", () -> Torch.vstack(List.of(y, y)));
    c.add("dstack", () -> Torch.dstack(List.of(y, y)).shape());
  }

  private static void grids(GoldenCases c) {
    c.add("broadcast tensors", () -> Torch.broadcastTensors(longs(1, 2), Torch.tensor(new long[][] {{3}, {4}})));
    c.add("broadcast tensors wrong", () -> Torch.broadcastTensors(longs(1, 2), longs(1, 2, 3)));
    c.add("meshgrid", () -> Torch.meshgrid(longs(1, 2), longs(3, 4, 5)));
    c.add("meshgrid xy", () -> Torch.meshgrid(MeshgridIndexing.XY, longs(1, 2), longs(3, 4, 5)));
    c.add("cartesian prod", () -> Torch.cartesianProd(longs(1, 2), longs(3, 4)));
    c.add("combinations", () -> Torch.combinations(longs(1, 2, 3), 2, false));
    c.add("block diag", () -> Torch.blockDiag(Torch.tensor(new long[][] {{1, 2}}), longs(3)));
  }

  private static void atLeast(GoldenCases c) {
    c.add("atleast 1d", () -> Torch.atleast1d(Torch.tensor(3)));
    c.add("atleast 2d", () -> Torch.atleast2d(Torch.tensor(3)));
    c.add("atleast 3d", () -> Torch.atleast3d(Torch.tensor(3)));
  }

  private static void complexViewsAndPadding(GoldenCases c) {
    c.add("view as real", () -> Torch.viewAsReal(Torch.full(new long[] {1}, Complex.of(1, 2))));
    c.add("view as complex", () -> Torch.viewAsComplex(Torch.tensor(new float[][] {{1, 2}})));
    c.add("constant pad", () -> Torch.constantPadNd(Torch.tensor(new long[][] {{1, 2}}), new long[] {1, 0, 0, 1}, 9));
  }

  private static void choices(GoldenCases c) {
    c.add("where", () -> Torch.where(y.gt(2), y, y.neg()));
    c.add("where number first", () -> Torch.where(y.gt(2), 1.5, y));
    c.add("where number second", () -> Torch.where(y.gt(2), y, 0));
    c.add("where numbers", () -> Torch.where(y.gt(2), 1, 0));
    c.add("where condition", () -> Torch.where(x.gt(9)));
    c.add("where not bool", () -> Torch.where(x, x, x));
  }

  private static void gradients(GoldenCases c) {
    c.add("gradient of cat and stack",
        () -> gradient(t -> Torch.stack(List.of(Torch.cat(List.of(t, t.mul(2))), Torch.cat(List.of(t, t))), 1), x));
    c.add("gradient of where", () -> gradient(t -> Torch.where(t.gt(5), t.mul(3), t), x));
    c.add("gradient of views", () -> gradient(t -> t.view(4, 3).t().reshape(-1).unsqueeze(0).expand(2, 12), x));
    c.add("gradient of split", () -> gradient(t -> t.split(2, 1).get(1).mul(t.unbind(1).get(0).unsqueeze(1)), x));
    c.add("gradient of tril", () -> gradient(t -> t.tril().add(t.flip(0)).add(t.roll(1)), x));
  }

  @Row("S4-184") @Test void views_shareTheirElements() {
    Tensor image = Torch.zeros(6, 7, 3);
    List<Tensor> views = List.of(image.view(1, 6, 7, 3), image.unsqueeze(0), image.permute(2, 0, 1), image.flatten(),
        image.narrow(0, 0, 2), image.expand(4, 6, 7, 3), image.split(2).get(0), image.unbind().get(0), image.get(0));
    image.at(0, 0, 0).set(5);
    for (Tensor view : views) {
      assertThat(view.dataPtr()).isEqualTo(image.dataPtr());
      assertThat(view.flatten().get(0).item()).isEqualTo(5);
    }
  }

  @Row("S4-186") @Test void unsqueeze_andBack() {
    Tensor image = Torch.zeros(6, 7, 3);
    assertThat(image.unsqueeze(0).shape()).isEqualTo(Size.of(1, 6, 7, 3));
    assertThat(image.unsqueeze(0).squeeze(0).shape()).isEqualTo(Size.of(6, 7, 3));
    assertThat(image.squeeze(0).shape()).isEqualTo(Size.of(6, 7, 3));
    assertThatThrownBy(() -> Torch.zeros(2, 3).unsqueeze(4)).isInstanceOf(IndexException.class)
        .hasMessage("Dimension out of range (expected to be in range of [-3, 2], but got 4)");
  }

  @Row("S5-023") @Test void cat_ofOtherSizes() {
    assertThatThrownBy(() -> Torch.cat(List.of(Torch.zeros(1, 2, 4, 4), Torch.zeros(1, 2, 5, 4)), 1))
        .isInstanceOf(ShapeException.class);
    Tensor padded = Torch.constantPadNd(Torch.zeros(1, 1, 2, 2), new long[] {1, 2, 3, 4}, 0);
    assertThat(padded.shape()).isEqualTo(Size.of(1, 1, 9, 5));
  }
}
