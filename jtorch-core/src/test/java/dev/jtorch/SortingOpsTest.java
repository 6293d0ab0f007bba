package dev.jtorch;

import static dev.jtorch.GoldenCases.floats;
import static dev.jtorch.GoldenCases.gradient;
import static dev.jtorch.GoldenCases.longs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Orders, different elements and counts. */
class SortingOpsTest {
  private static final Tensor x = Torch.tensor(new long[][] {{3, 1, 2}, {9, 7, 8}});
  private static final Tensor d = longs(2, 1, 2, 3, 1, 1);

  @Row({"S4-034"})
  @TestFactory Stream<DynamicTest> golden() {
    return GoldenCases.of("sorting", c -> {
      sorts(c);
      largest(c);
      uniqueValues(c);
      bins(c);
      gradients(c);
    });
  }

  private static void sorts(GoldenCases c) {
    c.add("sort", () -> x.sort());
    c.add("sort dim", () -> x.sort(0));
    c.add("sort descending", () -> x.sort(1, true));
    c.add("sort stable", () -> d.sort(0, false, true));
    c.add("argsort", () -> x.argsort());
    c.add("argsort dim", () -> x.argsort(0));
    c.add("argsort descending", () -> x.argsort(1, true));
    c.add("argsort stable", () -> d.argsort(0, true, true));
    c.add("msort", () -> x.msort());
  }

  private static void largest(GoldenCases c) {
    c.add("topk", () -> x.topk(2));
    c.add("topk dim", () -> x.topk(1, 0));
    c.add("topk smallest", () -> x.topk(2, 1, false, true));
    c.add("topk too many", () -> x.topk(4));
    c.add("kthvalue", () -> x.kthvalue(2));
    c.add("kthvalue dim", () -> x.kthvalue(1, 0));
    c.add("kthvalue keepdim", () -> x.kthvalue(1, 0, true));
  }

  private static void uniqueValues(GoldenCases c) {
    c.add("unique", () -> d.unique());
    c.add("unique all", () -> three(d.unique(o -> o.returnInverse(true).returnCounts(true))));
    c.add("unique counts", () -> three(d.unique(o -> o.returnCounts(true))));
    c.add("unique dim", () -> three(Torch.tensor(new long[][] {{1, 2}, {1, 2}, {0, 5}}).unique(o -> o.dim(0))));
    c.add("unique dim counts",
        () -> three(Torch.tensor(new long[][] {{1, 2}, {1, 2}, {0, 5}}).unique(o -> o.dim(0).returnCounts(true))));
    c.add("unique consecutive", () -> d.uniqueConsecutive());
    c.add("unique consecutive counts", () -> three(d.uniqueConsecutive(o -> o.returnCounts(true))));
    c.add("unique consecutive dim",
        () -> three(Torch.tensor(new long[][] {{1, 1}, {2, 2}}).uniqueConsecutive(o -> o.dim(1))));
  }

  private static void bins(GoldenCases c) {
    c.add("searchsorted", () -> Torch.searchsorted(longs(1, 3, 5, 7), longs(3, 6, 0)));
    c.add("searchsorted right", () -> Torch.searchsorted(longs(1, 3, 5, 7), longs(3, 6, 0), true));
    c.add("bucketize", () -> Torch.bucketize(longs(3, 6, 9), longs(1, 3, 5, 7)));
    c.add("bucketize right", () -> Torch.bucketize(longs(3, 6, 9), longs(1, 3, 5, 7), true));
    c.add("histc", () -> floats(1, 2, 1, 4).histc(4));
    c.add("histc range", () -> floats(1, 2, 1, 4).histc(4, 0, 3));
    c.add("bincount", () -> d.bincount());
    c.add("bincount minlength", () -> d.bincount(6));
    c.add("bincount weights", () -> longs(0, 1, 1).bincount(floats(.5, 1, 2), 0));
    c.add("bincount negative", () -> longs(-1).bincount());
  }

  private static void gradients(GoldenCases c) {
    c.add("gradient of sort", () -> gradient(t -> t.sort(1).values(), x.toFloat()));
    c.add("gradient of topk", () -> gradient(t -> t.topk(2).values(), x.toFloat()));
  }

  private static List<Tensor> three(Unique unique) {
    return Stream.of(unique.output(), unique.inverse(), unique.counts()).filter(Objects::nonNull).toList();
  }

  @Test void unique_leavesNothingElseInTheScope() {
    try (var scope = Scope.open()) {
      d.unique();
      assertThat(scope.size()).isEqualTo(1);
    }
  }
}
