package dev.jtorch;

import static dev.jtorch.GoldenCases.floats;
import static dev.jtorch.GoldenCases.gradient;
import static dev.jtorch.testing.TensorAssert.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Products, decompositions, solvers and norms. */
class LinearAlgebraOpsTest {
  private static final Tensor a = Torch.tensor(new float[][] {{4, 1}, {1, 3}});
  private static final Tensor b = Torch.tensor(new float[][] {{1, 2}, {3, 4}});
  private static final Tensor v = floats(1, 2);
  private static final Tensor s = Torch.tensor(new float[][] {{1, 2}, {2, 4}});

  @TestFactory Stream<DynamicTest> golden() {
    return GoldenCases.ofRounded("linalg", c -> {
      products(c);
      addedProducts(c);
      otherProducts(c);
      matrices(c);
      sums(c);
      decompositions(c);
      solutions(c);
      norms(c);
      gradients(c);
    });
  }

  /** Its second singular value is rounding, and so are all digits of an inverse that does not cut it off. */
  @Test void pseudoInverse_ofASingularMatrix() {
    for (Tensor inverse : List.of(s.pinverse(1e-3), Linalg.pinv(s), s.toDouble().pinverse().toFloat())) {
      assertThat(s.mm(inverse).mm(s)).isCloseTo(s);
      assertThat(inverse.mm(s).mm(inverse)).isCloseTo(inverse);
    }
    assertThat(Linalg.svdvals(s)).isCloseTo(floats(5, 0));
  }

  private static void products(GoldenCases c) {
    c.add("matmul", () -> a.matmul(b));
    c.add("matmul vectors", () -> v.matmul(v));
    c.add("matmul matrix and vector", () -> a.matmul(v));
    c.add("matmul vector and matrix", () -> v.matmul(a));
    c.add("matmul batches", () -> Torch.ones(5, 1, 2, 3).matmul(Torch.ones(4, 3, 2)).shape());
    c.add("matmul wrong", () -> a.matmul(Torch.zeros(3, 3)));
    c.add("matmul free", () -> Torch.matmul(a, b));
    c.add("mm", () -> a.mm(b));
    c.add("mm wrong rank", () -> a.mm(v));
    c.add("mm integers", () -> Torch.tensor(new long[][] {{1, 2}}).mm(Torch.tensor(new long[][] {{3}, {4}})));
    c.add("mm of two types", () -> a.mm(b.toDouble()));
    c.add("bmm", () -> Torch.stack(List.of(a, b)).bmm(Torch.stack(List.of(b, a))));
    c.add("bmm wrong", () -> Torch.zeros(2, 2, 2).bmm(Torch.zeros(3, 2, 2)));
    c.add("mv", () -> a.mv(v));
    c.add("dot", () -> v.dot(v));
    c.add("dot wrong", () -> v.dot(Torch.zeros(3)));
    c.add("vdot", () -> imaginary(1).vdot(imaginary(2)));
    c.add("inner", () -> a.inner(v));
    c.add("outer", () -> v.outer(floats(1, 10, 100)));
  }

  private static void addedProducts(GoldenCases c) {
    c.add("addmm", () -> a.addmm(a, b));
    c.add("addmm scaled", () -> a.addmm(a, b, 2, 0.5));
    c.add("addmm in place", () -> a.clone().addmm_(a, b, 0, 1));
    c.add("addmv", () -> v.addmv(a, v));
    c.add("addr", () -> a.addr(v, v));
    c.add("addbmm", () -> a.addbmm(Torch.stack(List.of(a, b)), Torch.stack(List.of(b, a))));
    c.add("baddbmm", () -> Torch.stack(List.of(a, b)).baddbmm(Torch.stack(List.of(a, b)), Torch.stack(List.of(b, a))));
  }

  private static void otherProducts(GoldenCases c) {
    c.add("tensordot", () -> a.tensordot(b, new int[] {1}, new int[] {0}));
    c.add("tensordot count", () -> Torch.tensordot(a, b, 1));
    c.add("cross", () -> floats(1, 0, 0).cross(floats(0, 1, 0), 0));
    c.add("kron", () -> a.kron(Torch.tensor(new float[][] {{1, 10}})));
  }

  private static void matrices(GoldenCases c) {
    c.add("matrix power", () -> a.matrixPower(3));
    c.add("det", () -> b.det());
    c.add("logdet", () -> a.logdet());
    c.add("inverse", () -> a.inverse());
    c.add("inverse singular", () -> s.inverse());
    c.add("pinverse", () -> b.pinverse());
    c.add("pinverse cut", () -> s.pinverse(1e-3));
    c.add("cholesky", () -> a.cholesky());
  }

  private static void sums(GoldenCases c) {
    c.add("einsum", () -> Torch.einsum("ij,jk->ik", a, b));
    c.add("einsum trace", () -> Torch.einsum("ii", a));
    c.add("einsum batches", () -> Torch.einsum("bij,bj->bi", Torch.stack(List.of(a, b)), Torch.stack(List.of(v, v))));
    c.add("einsum ellipsis", () -> Torch.einsum("...ij->...ji", Torch.zeros(2, 3, 4)).shape());
    c.add("einsum wrong", () -> Torch.einsum("ij,jk->ik", a));
    c.add("chain matmul", () -> Torch.chainMatmul(a, b, a));
    c.add("cdist", () -> Torch.cdist(a, b));
    c.add("cdist one norm", () -> Torch.cdist(a, b, 1));
  }

  private static void decompositions(GoldenCases c) {
    c.add("inv", () -> Linalg.inv(a));
    c.add("inv singular", () -> Linalg.inv(s));
    c.add("pinv", () -> Linalg.pinv(s));
    c.add("linalg det", () -> Linalg.det(b));
    c.add("slogdet", () -> parts(Linalg.slogdet(b)));
    c.add("linalg cholesky", () -> Linalg.cholesky(a));
    c.add("cholesky not positive", () -> Linalg.cholesky(a.neg()));
    c.add("qr", () -> parts(Linalg.qr(b)));
    c.add("svd values", () -> Linalg.svd(b).s());
    c.add("svd back", () -> back(Linalg.svd(b, false)));
    c.add("svdvals", () -> Linalg.svdvals(b));
    c.add("eigh values", () -> Linalg.eigh(a).eigenvalues());
    c.add("eigvalsh", () -> Linalg.eigvalsh(a));
    c.add("eig values", () -> Linalg.eig(Torch.tensor(new float[][] {{0, -1}, {1, 0}})).eigenvalues());
    c.add("eigvals", () -> Linalg.eigvals(Torch.tensor(new float[][] {{2, 0}, {0, 3}})));
  }

  private static void solutions(GoldenCases c) {
    c.add("solve", () -> Linalg.solve(a, v));
    c.add("solve singular", () -> Linalg.solve(s, v));
    c.add("solve triangular",
        () -> Linalg.solveTriangular(Torch.tensor(new float[][] {{2, 0}, {1, 1}}), floats(2, 3).unsqueeze(1), false));
    c.add("lstsq", () -> Linalg
        .lstsq(Torch.tensor(new float[][] {{1, 0}, {0, 1}, {1, 1}}), floats(1, 2, 3).unsqueeze(1)).solution());
    c.add("matrix rank", () -> Linalg.matrixRank(s));
    c.add("linalg matrix power", () -> Linalg.matrixPower(a, -1));
    c.add("matrix exp", () -> Linalg.matrixExp(Torch.zeros(2, 2)));
  }

  private static void norms(GoldenCases c) {
    c.add("norm", () -> Linalg.norm(v));
    c.add("vector norm", () -> Linalg.vectorNorm(a, 1));
    c.add("vector norm infinite", () -> Linalg.vectorNorm(a, Double.POSITIVE_INFINITY));
    c.add("vector norm dims", () -> Linalg.vectorNorm(a, 2, new int[] {1}, true));
    c.add("matrix norm", () -> Linalg.matrixNorm(a));
    c.add("matrix norm two", () -> Linalg.matrixNorm(a, 2));
  }

  private static void gradients(GoldenCases c) {
    c.add("gradient of matmul", () -> gradient(t -> t.matmul(b), a));
    c.add("gradient of det", () -> gradient(t -> t.det().reshape(1), b));
    c.add("gradient of inverse", () -> gradient(Linalg::inv, a));
    c.add("gradient of einsum", () -> gradient(t -> Torch.einsum("ij,ij->i", t, t), a));
  }

  private static Tensor imaginary(double value) { return Torch.full(new long[] {1}, Complex.of(0, value)); }

  /** Columns are unique but for their sign. */
  private static List<Tensor> parts(Linalg.Qr qr) {
    return List.of(qr.q().abs(), qr.r().abs());
  }

  private static List<Tensor> parts(Linalg.SlogDet det) { return List.of(det.sign(), det.logabsdet()); }

  private static Tensor back(Linalg.Svd svd) { return svd.u().mm(svd.s().diag()).mm(svd.vh()); }
}
