package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenLinearAlgebra;
import dev.jtorch.internal.Products;

/**
 * Products of vectors, matrices and batches of them; decompositions and solvers are in {@link Linalg}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#blas-and-lapack-operations">BLAS and LAPACK operations</a>
 */
public sealed interface LinearAlgebraOps permits Tensor {
  /**
   * The matrix product, by the operands' dimensions: vectors give their dot product, matrices the product, a vector and a
   * matrix the product with a vector, and more dimensions batches, which are broadcast.
   *
   * @throws ShapeException if the inner sizes differ
   */
  default Tensor matmul(Tensor other) {
    Products.prepare(handle(this), handle(other));
    return tensor(AtenLinearAlgebra.matmul(handle(this), handle(other)));
  }

  /**
   * The product of two matrices.
   *
   * @throws ShapeException if the inner sizes differ, or one of them is not a matrix
   */
  default Tensor mm(Tensor mat2) {
    Products.prepare(handle(this), handle(mat2));
    return tensor(AtenLinearAlgebra.mm(handle(this), handle(mat2)));
  }

  /**
   * The products of two batches of matrices, {@code (b, n, k)} and {@code (b, k, m)}.
   *
   * @throws ShapeException if the sizes do not fit
   */
  default Tensor bmm(Tensor mat2) {
    Products.prepare(handle(this), handle(mat2));
    return tensor(AtenLinearAlgebra.bmm(handle(this), handle(mat2)));
  }

  /** {@return the product of a matrix and a vector} */
  default Tensor mv(Tensor vec) {
    Products.prepare(handle(this), handle(vec));
    return tensor(AtenLinearAlgebra.mv(handle(this), handle(vec)));
  }

  /** {@return the sum of the products of two vectors' elements} */
  default Tensor dot(Tensor other) {
    return tensor(AtenLinearAlgebra.dot(handle(this), handle(other)));
  }

  /** {@return the sum of the products of two vectors' elements, those of this one conjugated} */
  default Tensor vdot(Tensor other) {
    return tensor(AtenLinearAlgebra.vdot(handle(this), handle(other)));
  }

  /** {@return products summed over the last dimensions of both} */
  default Tensor inner(Tensor other) {
    return tensor(AtenLinearAlgebra.inner(handle(this), handle(other)));
  }

  /** {@return the products of all pairs of elements of two vectors} */
  default Tensor outer(Tensor vec2) {
    return tensor(AtenLinearAlgebra.outer(handle(this), handle(vec2)));
  }

  /** {@return this plus the product of two matrices} */
  default Tensor addmm(Tensor mat1, Tensor mat2) {
    return addmm(mat1, mat2, 1, 1);
  }

  /** {@return {@code beta this + alpha (mat1 mat2)}} */
  default Tensor addmm(Tensor mat1, Tensor mat2, Number beta, Number alpha) {
    Products.prepare(handle(mat1), handle(mat2));
    return tensor(AtenLinearAlgebra.addmm(handle(this), handle(mat1), handle(mat2), beta, alpha));
  }

  /** Sets this to {@code beta this + alpha (mat1 mat2)}. */
  default Tensor addmm_(Tensor mat1, Tensor mat2, Number beta, Number alpha) {
    Products.prepare(handle(mat1), handle(mat2));
    AtenLinearAlgebra.addmm_(handle(this), handle(mat1), handle(mat2), beta, alpha);
    return (Tensor) this;
  }

  /** {@return this plus the product of a matrix and a vector} */
  default Tensor addmv(Tensor mat, Tensor vec) {
    return addmv(mat, vec, 1, 1);
  }

  /** {@return {@code beta this + alpha (mat vec)}} */
  default Tensor addmv(Tensor mat, Tensor vec, Number beta, Number alpha) {
    Products.prepare(handle(mat), handle(vec));
    return tensor(AtenLinearAlgebra.addmv(handle(this), handle(mat), handle(vec), beta, alpha));
  }

  /** {@return this plus the outer product of two vectors} */
  default Tensor addr(Tensor vec1, Tensor vec2) {
    return tensor(AtenLinearAlgebra.addr(handle(this), handle(vec1), handle(vec2), 1, 1));
  }

  /** {@return this plus the sum of the products of two batches of matrices} */
  default Tensor addbmm(Tensor batch1, Tensor batch2) {
    return addbmm(batch1, batch2, 1, 1);
  }

  /** {@return {@code beta this + alpha Σ batch1 batch2}} */
  default Tensor addbmm(Tensor batch1, Tensor batch2, Number beta, Number alpha) {
    Products.prepare(handle(batch1), handle(batch2));
    return tensor(AtenLinearAlgebra.addbmm(handle(this), handle(batch1), handle(batch2), beta, alpha));
  }

  /** {@return this plus the products of two batches of matrices} */
  default Tensor baddbmm(Tensor batch1, Tensor batch2) {
    return baddbmm(batch1, batch2, 1, 1);
  }

  /** {@return {@code beta this + alpha (batch1 batch2)}, matrix by matrix} */
  default Tensor baddbmm(Tensor batch1, Tensor batch2, Number beta, Number alpha) {
    Products.prepare(handle(batch1), handle(batch2));
    return tensor(AtenLinearAlgebra.baddbmm(handle(this), handle(batch1), handle(batch2), beta, alpha));
  }

  /** {@return products summed over these dimensions of both tensors} */
  default Tensor tensordot(Tensor other, int[] dims, int[] otherDims) {
    Products.prepareTensordot(handle(this), handle(other), Dims.longs(required(dims, "dims")));
    return tensor(AtenLinearAlgebra.tensordot(handle(this), handle(other), Dims.longs(required(dims, "dims")),
        Dims.longs(required(otherDims, "otherDims"))));
  }

  /** {@return the vector products along the first dimension of size 3} */
  default Tensor cross(Tensor other) {
    return tensor(AtenLinearAlgebra.cross(handle(this), handle(other), null));
  }

  /** {@return the vector products along a dimension, whose size must be 3} */
  default Tensor cross(Tensor other, int dim) {
    return tensor(AtenLinearAlgebra.cross(handle(this), handle(other), (long) dim));
  }

  /** {@return the Kronecker product} */
  default Tensor kron(Tensor other) {
    return tensor(AtenLinearAlgebra.kron(handle(this), handle(other)));
  }

  /**
   * {@return square matrices to an integer power; negative powers invert}
   *
   * @throws TorchException if n is the smallest long, which has no opposite: LibTorch would not end
   */
  default Tensor matrixPower(long n) {
    if (n == Long.MIN_VALUE) throw new TorchException("matrixPower: n is " + n + " (expected: more)");
    return tensor(AtenLinearAlgebra.matrixPower(handle(this), n));
  }

  /** {@return the determinants of square matrices} */
  default Tensor det() {
    return tensor(AtenLinearAlgebra.det(handle(this)));
  }

  /** {@return the logarithms of the determinants; NaN where one is negative} */
  default Tensor logdet() {
    return tensor(AtenLinearAlgebra.logdet(handle(this)));
  }

  /**
   * The inverses of square matrices.
   *
   * @throws TorchException if one is singular
   */
  default Tensor inverse() {
    return tensor(AtenLinearAlgebra.inverse(handle(this)));
  }

  /** {@return the pseudo-inverses of matrices} */
  default Tensor pinverse() {
    return pinverse(1e-15);
  }

  /** {@return the pseudo-inverses, singular values below {@code rcond} of the greatest taken for zero} */
  default Tensor pinverse(double rcond) {
    return tensor(AtenLinearAlgebra.pinverse(handle(this), rcond));
  }

  /**
   * The lower factor {@code L} of {@code this = L Lᴴ}.
   *
   * @throws TorchException if a matrix is not positive definite
   */
  default Tensor cholesky() {
    return tensor(AtenLinearAlgebra.cholesky(handle(this), false));
  }
}
