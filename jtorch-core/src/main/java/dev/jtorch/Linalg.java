package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handles;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.Tensor.tensors;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenLinearAlgebra;
import dev.jtorch.internal.NativeOptions;
import java.util.List;

/**
 * Decompositions, solvers and norms of matrices and of batches of them: PyTorch's {@code torch.linalg}. Matrices are the last
 * two dimensions; all before them are batches.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/linalg.html">torch.linalg</a>
 */
public final class Linalg {
  private Linalg() {}

  /**
   * The inverses of square matrices.
   *
   * @throws TorchException if one is singular
   */
  public static Tensor inv(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgInv(handle(a)));
  }

  /** {@return the pseudo-inverses (Moore and Penrose)} */
  public static Tensor pinv(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgPinv(handle(a)));
  }

  /** {@return the determinants} */
  public static Tensor det(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgDet(handle(a)));
  }

  /** {@return the signs of the determinants and the logarithms of their absolute values} */
  public static SlogDet slogdet(Tensor a) {
    return new SlogDet(tensors(AtenLinearAlgebra.linalgSlogdet(handle(a))));
  }

  /**
   * The lower factors {@code L} of {@code a = L Lᴴ}.
   *
   * @throws TorchException if a matrix is not positive definite
   */
  public static Tensor cholesky(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgCholesky(handle(a), false));
  }

  /** {@return the reduced decomposition {@code a = q r}, {@code q} with orthonormal columns and {@code r} upper triangular} */
  public static Qr qr(Tensor a) {
    return new Qr(tensors(AtenLinearAlgebra.linalgQr(handle(a), "reduced")));
  }

  /** {@return the full singular value decomposition {@code a = u diag(s) vh}} */
  public static Svd svd(Tensor a) {
    return svd(a, true);
  }

  /** {@return the singular value decomposition {@code a = u diag(s) vh}; {@code u} and {@code vh} are square if {@code fullMatrices}} */
  public static Svd svd(Tensor a, boolean fullMatrices) {
    return new Svd(tensors(AtenLinearAlgebra.linalgSvd(handle(a), fullMatrices, null)));
  }

  /** {@return the singular values, greatest first} */
  public static Tensor svdvals(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgSvdvals(handle(a)));
  }

  /** {@return the eigenvalues, in ascending order, and eigenvectors of symmetric or Hermitian matrices, of which the lower triangle is read} */
  public static Eig eigh(Tensor a) {
    return new Eig(tensors(AtenLinearAlgebra.linalgEigh(handle(a), "L")));
  }

  /** {@return the eigenvalues, in ascending order, of symmetric or Hermitian matrices} */
  public static Tensor eigvalsh(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgEigvalsh(handle(a), "L"));
  }

  /** {@return the complex eigenvalues and eigenvectors of square matrices} */
  public static Eig eig(Tensor a) {
    return new Eig(tensors(AtenLinearAlgebra.linalgEig(handle(a))));
  }

  /** {@return the complex eigenvalues of square matrices} */
  public static Tensor eigvals(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgEigvals(handle(a)));
  }

  /**
   * The solution of {@code a x = b}.
   *
   * @throws TorchException if a matrix is singular
   */
  public static Tensor solve(Tensor a, Tensor b) {
    return tensor(AtenLinearAlgebra.linalgSolve(handle(a), handle(b), true));
  }

  /** {@return the solution of {@code a x = b} for a triangular {@code a}} */
  public static Tensor solveTriangular(Tensor a, Tensor b, boolean upper) {
    return tensor(AtenLinearAlgebra.linalgSolveTriangular(handle(a), handle(b), upper, true, false));
  }

  /** {@return the solution of {@code a x = b} with the least squares of the error} */
  public static Lstsq lstsq(Tensor a, Tensor b) {
    return new Lstsq(tensors(AtenLinearAlgebra.linalgLstsq(handle(a), handle(b), null, null)));
  }

  /** {@return the ranks, by the number of singular values above rounding errors} */
  public static Tensor matrixRank(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgMatrixRank(handle(a)));
  }

  /** {@return square matrices to an integer power; negative powers invert} */
  public static Tensor matrixPower(Tensor a, long n) {
    return required(a, "a").matrixPower(n);
  }

  /** {@return the matrix exponentials} */
  public static Tensor matrixExp(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgMatrixExp(handle(a)));
  }

  /** {@return the product of several matrices, multiplied in the order that needs the fewest operations} */
  public static Tensor multiDot(Tensor... matrices) {
    return tensor(AtenLinearAlgebra.linalgMultiDot(handles(matrices)));
  }

  /** {@return the square root of the sum of all squares} */
  public static Tensor norm(Tensor a) {
    return vectorNorm(a, 2);
  }

  /** {@return the p-norm of all elements; infinity means the greatest absolute value, 0 the number of elements other than zero} */
  public static Tensor vectorNorm(Tensor x, Number ord) {
    return tensor(AtenLinearAlgebra.linalgVectorNorm(handle(x), ord, null, false, NativeOptions.NONE));
  }

  /** {@return the p-norms over dimensions, which stay with size 1 if {@code keepdim}} */
  public static Tensor vectorNorm(Tensor x, Number ord, int[] dim, boolean keepdim) {
    return tensor(AtenLinearAlgebra.linalgVectorNorm(handle(x), ord, Dims.longs(dim), keepdim, NativeOptions.NONE));
  }

  /** {@return the Frobenius norms} */
  public static Tensor matrixNorm(Tensor a) {
    return tensor(AtenLinearAlgebra.linalgMatrixNorm(handle(a), "fro", new long[] {-2, -1}, false, NativeOptions.NONE));
  }

  /** {@return the norms that vector norms induce: 2 and -2 the greatest and smallest singular value, 1 and infinity the greatest sum of a column and of a row} */
  public static Tensor matrixNorm(Tensor a, Number ord) {
    return tensor(AtenLinearAlgebra.linalgMatrixNorm(handle(a), ord, new long[] {-2, -1}, false, NativeOptions.NONE));
  }

  /**
   * Determinants of any size.
   *
   * @param sign the signs; 0 for a singular matrix
   * @param logabsdet the logarithms of the absolute values
   */
  public record SlogDet(Tensor sign, Tensor logabsdet) {
    private SlogDet(List<Tensor> parts) {
      this(parts.get(0), parts.get(1));
    }
  }

  /**
   * A QR decomposition.
   *
   * @param q orthonormal columns
   * @param r upper triangular
   */
  public record Qr(Tensor q, Tensor r) {
    private Qr(List<Tensor> parts) {
      this(parts.get(0), parts.get(1));
    }
  }

  /**
   * Eigenvalues and eigenvectors.
   *
   * @param eigenvalues the values
   * @param eigenvectors the vectors, as columns
   */
  public record Eig(Tensor eigenvalues, Tensor eigenvectors) {
    private Eig(List<Tensor> parts) {
      this(parts.get(0), parts.get(1));
    }
  }

  /**
   * A singular value decomposition.
   *
   * @param u left singular vectors, as columns
   * @param s singular values, greatest first
   * @param vh right singular vectors, conjugated, as rows
   */
  public record Svd(Tensor u, Tensor s, Tensor vh) {
    private Svd(List<Tensor> parts) {
      this(parts.get(0), parts.get(1), parts.get(2));
    }
  }

  /**
   * A solution by least squares.
   *
   * @param solution the solution
   * @param residuals the squared errors, where there are more equations than unknowns
   * @param rank the ranks, where the driver finds them
   * @param singularValues the singular values, where the driver finds them
   */
  public record Lstsq(Tensor solution, Tensor residuals, Tensor rank, Tensor singularValues) {
    private Lstsq(List<Tensor> parts) {
      this(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }
  }
}
