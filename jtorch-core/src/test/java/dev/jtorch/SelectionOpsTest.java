package dev.jtorch;

import static dev.jtorch.GoldenCases.booleans;
import static dev.jtorch.GoldenCases.floats;
import static dev.jtorch.GoldenCases.gradient;
import static dev.jtorch.GoldenCases.longs;

import dev.jtorch.testing.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Elements picked, put and filled. */
class SelectionOpsTest {
  private static final Tensor x = Torch.arange(12).reshape(3, 4);
  private static final Tensor f = x.toFloat();
  private static final Tensor i = Torch.tensor(new long[][] {{0, 1, 2, 0}});

  @Row({"S4-034", "S4-179", "S4-180", "S4-193", "S4-194", "S4-197", "S4-201"})
  @TestFactory Stream<DynamicTest> golden() {
    return GoldenCases.of("selection", c -> {
      gatherAndScatter(c);
      indexSelect(c);
      masks(c);
      takeAndPut(c);
      nonzero(c);
      indexChanges(c);
      fills(c);
    });
  }

  private static void gatherAndScatter(GoldenCases c) {
    c.add("gather rows", () -> x.gather(0, i));
    c.add("gather columns", () -> x.gather(1, Torch.tensor(new long[][] {{3}, {0}})));
    c.add("gather int32", () -> x.gather(0, i.toInt()));
    c.add("gather too long", () -> x.gather(0, Torch.tensor(new long[][] {{0, 1, 2, 0, 0}})));
    c.add("gather out of range", () -> x.gather(0, Torch.tensor(new long[][] {{3}})));
    c.add("gather negative", () -> x.gather(0, Torch.tensor(new long[][] {{-1}})));
    c.add("gather of other rank", () -> x.gather(0, longs(0)));
    c.add("gather three dimensions",
        () -> Torch.arange(8).reshape(2, 2, 2).gather(2, Torch.tensor(new long[][][] {{{1}, {0}}})));
    c.add("gradient of gather",
        () -> gradient(t -> t.gather(0, Torch.tensor(new long[][] {{0, 0, 1, 2}, {0, 1, 1, 2}})), f));
    c.add("scatter", () -> x.scatter(0, i, Torch.tensor(new long[][] {{9, 8, 7, 6}})));
    c.add("scatter number", () -> x.scatter(0, i, -1));
    c.add("scatter reduce add", () -> x.scatter(0, i, Torch.tensor(new long[][] {{9, 8, 7, 6}}), ScatterOperation.ADD));
    c.add("scatter in place",
        () -> x.clone().scatter_(1, Torch.tensor(new long[][] {{0}, {1}}), Torch.tensor(new long[][] {{9}, {8}})));
    c.add("scatter number in place", () -> x.clone().scatter_(1, Torch.tensor(new long[][] {{0}, {1}}), 5));
    c.add("scatter multiply in place",
        () -> f.clone().scatter_(0, i, Torch.full(new long[] {1, 4}, 2.0), ScatterOperation.MULTIPLY));
    c.add("scatter add", () -> Torch.zeros(3).scatterAdd(0, longs(0, 0, 2), floats(1, 2, 3)));
    c.add("scatter add in place", () -> Torch.zeros(3).scatterAdd_(0, longs(0, 0, 2), floats(1, 2, 3)));
    c.add("scatter reduce sum",
        () -> Torch.ones(3).scatterReduce(0, longs(0, 0, 2), floats(1, 2, 3), ScatterReduction.SUM));
    c.add("scatter reduce mean without self",
        () -> Torch.ones(3).scatterReduce(0, longs(0, 0, 2), floats(1, 2, 3), ScatterReduction.MEAN.excludingSelf()));
    c.add("scatter reduce amax in place",
        () -> Torch.ones(3).scatterReduce_(0, longs(0, 0, 2), floats(1, 2, 3), ScatterReduction.AMAX));
  }

  private static void indexSelect(GoldenCases c) {
    c.add("index select", () -> x.indexSelect(1, longs(0, 2)));
    c.add("index select rows", () -> x.indexSelect(0, longs(2, 0, 2)));
    c.add("index select int32", () -> x.indexSelect(0, Torch.tensor(new int[] {0, 2})));
    c.add("index select many", () -> Torch.zeros(1000, 10)
        .indexSelect(0, Torch.cat(List.of(Torch.arange(0, 100), Torch.arange(300, 400)))).shape());
    c.add("index select out of range", () -> x.indexSelect(0, longs(3)));
    c.add("index select negative", () -> x.indexSelect(0, longs(-1)));
    c.add("index select matrix", () -> x.indexSelect(0, Torch.tensor(new long[][] {{0}})));
    c.add("index select float", () -> x.indexSelect(0, floats(1)));
    c.add("gradient of index select", () -> gradient(t -> t.indexSelect(0, longs(0, 0, 2)), f));
  }

  private static void masks(GoldenCases c) {
    c.add("masked select", () -> x.maskedSelect(x.gt(5)));
    c.add("masked select broadcast", () -> x.maskedSelect(booleans(true, false, false, true)));
    c.add("masked select nothing", () -> x.maskedSelect(x.gt(99)));
    c.add("masked select bytes", () -> x.maskedSelect(x.gt(5).toByte()));
    c.add("gradient of masked select", () -> gradient(t -> t.maskedSelect(t.gt(5)), f));
    c.add("masked fill", () -> x.maskedFill(x.gt(5), 0));
    c.add("masked fill tensor", () -> x.maskedFill(x.gt(5), Torch.tensor(-1)));
    c.add("masked fill in place", () -> x.clone().maskedFill_(x.gt(5), 0));
    c.add("masked fill tensor in place", () -> x.clone().maskedFill_(x.gt(5), Torch.tensor(-1)));
    c.add("masked scatter", () -> x.maskedScatter(x.gt(8), longs(7, 6, 5)));
    c.add("masked scatter in place", () -> x.clone().maskedScatter_(x.gt(8), longs(7, 6, 5)));
  }

  private static void takeAndPut(GoldenCases c) {
    c.add("take", () -> x.take(longs(0, -1, 5)));
    c.add("take out of range", () -> x.take(longs(12)));
    c.add("take along dim", () -> x.takeAlongDim(x.argsort(1, true), 1));
    c.add("take along rows", () -> x.takeAlongDim(longs(5, 0)));
    c.add("put", () -> x.clone().put_(longs(1, 1), longs(5, 6)));
    c.add("put accumulate", () -> x.clone().put_(longs(1, 1), longs(5, 6), true));
  }

  private static void nonzero(GoldenCases c) {
    c.add("nonzero", () -> Torch.tensor(new long[][] {{0, 1}, {1, 1}}).nonzero());
    c.add("nonzero transposed", () -> Torch.tensor(new long[][] {{0, 1}, {1, 1}}).nonzero().t());
    c.add("argwhere", () -> Torch.tensor(new long[][] {{0, 1}, {1, 1}}).argwhere());
  }

  private static void indexChanges(GoldenCases c) {
    c.add("index fill", () -> x.indexFill(1, longs(0, 2), -1));
    c.add("index fill in place", () -> x.clone().indexFill_(0, longs(1), -1));
    c.add("index copy", () -> x.indexCopy(0, longs(2, 0), Torch.tensor(new long[][] {{1, 1, 1, 1}, {2, 2, 2, 2}})));
    c.add("index copy in place", () -> x.clone().indexCopy_(0, longs(2), Torch.tensor(new long[][] {{1, 1, 1, 1}})));
    c.add("index add", () -> x.indexAdd(0, longs(0, 0), Torch.tensor(new long[][] {{1, 1, 1, 1}, {2, 2, 2, 2}})));
    c.add("index add alpha", () -> x.indexAdd(0, longs(1), Torch.tensor(new long[][] {{1, 1, 1, 1}}), -1));
    c.add("index add in place", () -> x.clone().indexAdd_(0, longs(0), Torch.tensor(new long[][] {{1, 1, 1, 1}})));
    c.add("index add alpha in place",
        () -> x.clone().indexAdd_(1, longs(0), Torch.tensor(new long[][] {{1}, {1}, {1}}), 10));
  }

  private static void fills(GoldenCases c) {
    c.add("fill", () -> Torch.empty(2).fill_(1.5));
    c.add("fill tensor", () -> Torch.empty(2).fill_(Torch.tensor(2.5)));
    c.add("fill tensor of one dimension", () -> Torch.empty(2).fill_(floats(2.5)));
    c.add("zero", () -> Torch.ones(2).zero_());
    c.add("fill diagonal", () -> Torch.zeros(3, 2).fillDiagonal_(1));
    c.add("fill diagonal wrap", () -> Torch.zeros(5, 2).fillDiagonal_(1, true));
    c.add("rows and columns of a mask", () -> x.get(x.gt(1).all(1)));
  }
}
