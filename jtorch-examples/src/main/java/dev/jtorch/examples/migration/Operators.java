package dev.jtorch.examples.migration;

import dev.jtorch.DType;
import dev.jtorch.Generator;
import dev.jtorch.Linalg;
import dev.jtorch.RoundingMode;
import dev.jtorch.Size;
import dev.jtorch.Special;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;

/** The functions of {@code torch}, {@code torch.linalg} and {@code torch.special}. */
public class Operators {
  public static void main(String[] args) {
    pointwise();
    comparison();
    reduction();
    sorting();
    products();
    linalg();
    special();
    random();
    modes();
  }

  /** torch: pointwise */
  static void pointwise() {
    // given: x = torch.rand(2, 3); y = torch.rand(2, 3); n = torch.tensor([6, 4])
    Tensor x = Torch.rand(2, 3);
    Tensor y = Torch.rand(2, 3);
    Tensor n = Torch.tensor(new long[] {6, 4});
    x.add(y); // py: x + y
    x.add(1); // py: x + 1
    x.sub(y); // py: x - y
    x.rsub(1); // py: 1 - x
    x.mul(y); // py: x * y
    x.div(y); // py: x / y
    x.reciprocal(); // py: 1 / x
    x.pow(2); // py: x ** 2
    x.neg(); // py: -x
    n.floorDivide(4); // py: n // 4
    n.remainder(4); // py: n % 4
    n.fmod(4); // py: torch.fmod(n, 4)
    n.div(4, RoundingMode.TRUNC); // py: torch.div(n, 4, rounding_mode="trunc")
    Torch.add(x, y, 0.5); // py: torch.add(x, y, alpha=0.5)
    Torch.exp(x); // py: torch.exp(x)
    Torch.log(x); // py: torch.log(x)
    Torch.log2(x); // py: torch.log2(x)
    Torch.log10(x); // py: torch.log10(x)
    Torch.log1p(x); // py: torch.log1p(x)
    Torch.sqrt(x); // py: torch.sqrt(x)
    Torch.rsqrt(x); // py: torch.rsqrt(x)
    Torch.square(x); // py: torch.square(x)
    Torch.abs(x); // py: torch.abs(x)
    Torch.sign(x); // py: torch.sign(x)
    Torch.floor(x); // py: torch.floor(x)
    Torch.ceil(x); // py: torch.ceil(x)
    Torch.round(x); // py: torch.round(x)
    Torch.round(x, 2); // py: torch.round(x, decimals=2)
    Torch.trunc(x); // py: torch.trunc(x)
    Torch.frac(x); // py: torch.frac(x)
    Torch.sin(x); // py: torch.sin(x)
    Torch.cos(x); // py: torch.cos(x)
    Torch.tan(x); // py: torch.tan(x)
    Torch.asin(x); // py: torch.asin(x)
    Torch.acos(x); // py: torch.acos(x)
    Torch.atan2(x, y); // py: torch.atan2(x, y)
    Torch.tanh(x); // py: torch.tanh(x)
    Torch.sigmoid(x); // py: torch.sigmoid(x)
    Torch.relu(x); // py: torch.relu(x)
    Torch.softmax(x, 1); // py: torch.softmax(x, 1)
    Torch.logSoftmax(x, 1); // py: torch.log_softmax(x, 1)
    Torch.clamp(x, 0, 1); // py: torch.clamp(x, 0, 1)
    x.clampMin(0); // py: x.clamp(min=0)
    Torch.maximum(x, y); // py: torch.maximum(x, y)
    Torch.minimum(x, y); // py: torch.minimum(x, y)
    Torch.lerp(x, y, 0.5); // py: torch.lerp(x, y, 0.5)
    Torch.addcmul(x, x, y, 0.5); // py: torch.addcmul(x, x, y, value=0.5)
    Torch.addcdiv(x, x, y, 0.5); // py: torch.addcdiv(x, x, y, value=0.5)
    Torch.hypot(x, y); // py: torch.hypot(x, y)
    Torch.nanToNum(x); // py: torch.nan_to_num(x)
    Torch.gcd(n, n); // py: torch.gcd(n, n)
    n.bitwiseAnd(3); // py: n & 3
    n.bitwiseOr(3); // py: n | 3
    n.bitwiseXor(3); // py: n ^ 3
    n.bitwiseNot(); // py: ~n
    n.bitwiseLeftShift(1); // py: n << 1
    n.bitwiseRightShift(1); // py: n >> 1
  }

  /** torch: comparison and logic */
  static void comparison() {
    // given: x = torch.rand(2, 3); y = torch.rand(2, 3); m = x > 0.5
    Tensor x = Torch.rand(2, 3);
    Tensor y = Torch.rand(2, 3);
    Tensor m = x.gt(0.5);
    x.eq(y); // py: x == y
    x.ne(y); // py: x != y
    x.lt(y); // py: x < y
    x.le(y); // py: x <= y
    x.gt(0.5); // py: x > 0.5
    x.ge(0.5); // py: x >= 0.5
    Torch.equal(x, y); // py: torch.equal(x, y)
    Torch.allclose(x, y); // py: torch.allclose(x, y)
    Torch.isclose(x, y); // py: torch.isclose(x, y)
    Torch.isnan(x); // py: torch.isnan(x)
    Torch.isinf(x); // py: torch.isinf(x)
    Torch.isfinite(x); // py: torch.isfinite(x)
    m.logicalAnd(m); // py: m & m
    m.logicalOr(m); // py: m | m
    m.logicalNot(); // py: ~m
    m.all(); // py: m.all()
    m.any(1); // py: m.any(1)
    m.any().itemBool(); // py: m.any().item()
  }

  /** torch: reduction */
  static void reduction() {
    // given: x = torch.rand(2, 3); y = torch.rand(2, 3)
    Tensor x = Torch.rand(2, 3);
    Tensor y = Torch.rand(2, 3);
    x.sum(); // py: x.sum()
    x.sum(1); // py: x.sum(1)
    x.sum(0, 1); // py: x.sum((0, 1))
    x.sum(1, true); // py: x.sum(1, keepdim=True)
    x.sum(DType.FLOAT64); // py: x.sum(dtype=torch.float64)
    Torch.sum(x, 1); // py: torch.sum(x, 1)
    x.mean(); // py: x.mean()
    x.mean(1, true); // py: x.mean(1, keepdim=True)
    x.prod(); // py: x.prod()
    x.max(); // py: x.max()
    x.max(1).values(); // py: x.max(1).values
    x.max(1).indices(); // py: x.max(1)[1]
    x.min(1); // py: x.min(1)
    x.amax(0, 1); // py: x.amax((0, 1))
    x.aminmax(); // py: x.aminmax()
    x.argmax(); // py: x.argmax()
    x.argmax(1); // py: x.argmax(1)
    x.argmin(1); // py: x.argmin(1)
    x.std(); // py: x.std()
    x.std(false); // py: x.std(unbiased=False)
    x.var(1); // py: x.var(1)
    x.varMean(); // py: torch.var_mean(x)
    x.median(); // py: x.median()
    x.median(1).values(); // py: x.median(1).values
    x.mode(); // py: x.mode()
    x.quantile(0.5); // py: x.quantile(0.5)
    x.nansum(); // py: x.nansum()
    x.nanmean(); // py: x.nanmean()
    x.norm(); // py: x.norm()
    x.norm(1, 1); // py: x.norm(1, 1)
    x.logsumexp(1); // py: x.logsumexp(1)
    x.cumsum(1); // py: x.cumsum(1)
    x.cumprod(1); // py: x.cumprod(1)
    x.cummax(1).values(); // py: x.cummax(1).values
    x.diff(); // py: x.diff()
    x.countNonzero(); // py: x.count_nonzero()
    x.trace(); // py: x.trace()
    Torch.dist(x, y); // py: torch.dist(x, y)
    Torch.cov(x); // py: torch.cov(x)
    Torch.corrcoef(x); // py: torch.corrcoef(x)
  }

  /** torch: sorting and counting */
  static void sorting() {
    // given: x = torch.rand(2, 5); n = torch.tensor([1, 1, 3])
    Tensor x = Torch.rand(2, 5);
    Tensor n = Torch.tensor(new long[] {1, 1, 3});
    x.sort().values(); // py: x.sort().values
    x.sort(1, true).indices(); // py: x.sort(1, descending=True).indices
    x.argsort(1); // py: x.argsort(1)
    x.topk(2).values(); // py: x.topk(2).values
    x.topk(2, 1).indices(); // py: x.topk(2, 1)[1]
    x.kthvalue(2); // py: x.kthvalue(2)
    x.msort(); // py: x.msort()
    n.unique(); // py: n.unique()
    n.unique(o -> o.returnCounts(true)).counts(); // py: n.unique(return_counts=True)[1]
    n.uniqueConsecutive(); // py: n.unique_consecutive()
    n.bincount(); // py: n.bincount()
    x.histc(10, 0, 1); // py: x.histc(10, 0, 1)
  }

  /** torch: matrix products */
  static void products() {
    // given: a = torch.rand(2, 3); b = torch.rand(3, 2); v = torch.rand(3); bb = torch.rand(4, 2, 3)
    Tensor a = Torch.rand(2, 3);
    Tensor b = Torch.rand(3, 2);
    Tensor v = Torch.rand(3);
    Tensor bb = Torch.rand(4, 2, 3);
    a.matmul(b); // py: a @ b
    Torch.matmul(a, b); // py: torch.matmul(a, b)
    a.mm(b); // py: a.mm(b)
    bb.bmm(bb.mT()); // py: bb.bmm(bb.mT)
    a.mv(v); // py: a.mv(v)
    v.dot(v); // py: v.dot(v)
    v.outer(v); // py: v.outer(v)
    v.inner(v); // py: v.inner(v)
    v.cross(v, 0); // py: v.cross(v, dim=0)
    Torch.addmm(Torch.zeros(2, 2), a, b); // py: torch.addmm(torch.zeros(2, 2), a, b)
    Torch.baddbmm(Torch.zeros(4, 2, 2), bb, bb.mT()); // py: torch.baddbmm(torch.zeros(4, 2, 2), bb, bb.mT)
    Torch.einsum("ij,jk->ik", a, b); // py: torch.einsum("ij,jk->ik", a, b)
    Torch.tensordot(a, b, 1); // py: torch.tensordot(a, b, 1)
    Torch.kron(a, b); // py: torch.kron(a, b)
    Torch.cdist(a, a); // py: torch.cdist(a, a)
  }

  /** torch.linalg */
  static void linalg() {
    // given: a = torch.eye(3) + torch.ones(3, 3); b = torch.rand(3, 2)
    Tensor a = Torch.eye(3).add(Torch.ones(3, 3));
    Tensor b = Torch.rand(3, 2);
    Linalg.inv(a); // py: torch.linalg.inv(a)
    Linalg.pinv(a); // py: torch.linalg.pinv(a)
    Linalg.det(a); // py: torch.linalg.det(a)
    Linalg.slogdet(a).logabsdet(); // py: torch.linalg.slogdet(a).logabsdet
    Linalg.cholesky(a); // py: torch.linalg.cholesky(a)
    Linalg.qr(a).q(); // py: torch.linalg.qr(a).Q
    Linalg.svd(a).s(); // py: torch.linalg.svd(a).S
    Linalg.svdvals(a); // py: torch.linalg.svdvals(a)
    Linalg.eigh(a).eigenvalues(); // py: torch.linalg.eigh(a).eigenvalues
    Linalg.eigvals(a); // py: torch.linalg.eigvals(a)
    Linalg.solve(a, b); // py: torch.linalg.solve(a, b)
    Linalg.solveTriangular(a.triu(), b, true); // py: torch.linalg.solve_triangular(a.triu(), b, upper=True)
    Linalg.lstsq(a, b).solution(); // py: torch.linalg.lstsq(a, b).solution
    Linalg.matrixRank(a); // py: torch.linalg.matrix_rank(a)
    Linalg.matrixPower(a, 2); // py: torch.linalg.matrix_power(a, 2)
    Linalg.matrixExp(a); // py: torch.linalg.matrix_exp(a)
    Linalg.multiDot(a, a, b); // py: torch.linalg.multi_dot([a, a, b])
    Linalg.norm(a); // py: torch.linalg.norm(a)
    Linalg.vectorNorm(b, 1); // py: torch.linalg.vector_norm(b, 1)
    Linalg.matrixNorm(a); // py: torch.linalg.matrix_norm(a)
  }

  /** torch.special */
  static void special() {
    // given: x = torch.rand(3) + 1
    Tensor x = Torch.rand(3).add(1);
    Special.erf(x); // py: torch.special.erf(x)
    Special.erfinv(x.div(3)); // py: torch.special.erfinv(x / 3)
    Special.expit(x); // py: torch.special.expit(x)
    Special.logit(x.div(3)); // py: torch.special.logit(x / 3)
    Special.gammaln(x); // py: torch.special.gammaln(x)
    Special.digamma(x); // py: torch.special.digamma(x)
    Special.polygamma(1, x); // py: torch.special.polygamma(1, x)
    Special.i0(x); // py: torch.special.i0(x)
    Special.sinc(x); // py: torch.special.sinc(x)
    Special.xlogy(x, x); // py: torch.special.xlogy(x, x)
    Special.logsumexp(x, 0); // py: torch.special.logsumexp(x, 0)
  }

  /** torch: random numbers */
  static void random() {
    // given: x = torch.rand(3); p = torch.tensor([0.2, 0.8]); g = torch.Generator().manual_seed(7)
    Tensor x = Torch.rand(3);
    Tensor p = Torch.tensor(0.2, 0.8);
    Generator g = new Generator().manualSeed(7);
    Torch.manualSeed(1); // py: torch.manual_seed(1)
    Torch.rand(2, 3); // py: torch.rand(2, 3)
    Torch.randn(2, 3); // py: torch.randn(2, 3)
    Torch.rand(Size.of(2, 3), o -> o.generator(g)); // py: torch.rand(2, 3, generator=g)
    Torch.randint(0, 10, 2, 3); // py: torch.randint(0, 10, (2, 3))
    Torch.randperm(5); // py: torch.randperm(5)
    Torch.randLike(x); // py: torch.rand_like(x)
    Torch.randnLike(x); // py: torch.randn_like(x)
    Torch.normal(0.0, 1.0, 2, 3); // py: torch.normal(0.0, 1.0, (2, 3))
    Torch.poisson(x); // py: torch.poisson(x)
    Torch.bernoulli(p); // py: torch.bernoulli(p)
    Torch.multinomial(p, 1); // py: torch.multinomial(p, 1)
    x.uniform_(-1, 1); // py: x.uniform_(-1, 1)
    x.normal_(0, 0.02); // py: x.normal_(0, 0.02)
    x.bernoulli_(0.5); // py: x.bernoulli_(0.5)
    x.exponential_(); // py: x.exponential_()
    x.random_(10); // py: x.random_(10)
    Torch.initialSeed(); // py: torch.initial_seed()
    Tensor state = Torch.getRngState(); // py: state = torch.get_rng_state()
    Torch.setRngState(state); // py: torch.set_rng_state(state)
    g.getState(); // py: g.get_state()
  }

  /** torch: modes and settings */
  static void modes() {
    DType before = Torch.getDefaultDtype(); // py: before = torch.get_default_dtype()
    Torch.setDefaultDtype(before); // py: torch.set_default_dtype(before)
    Torch.setNumThreads(Torch.getNumThreads()); // py: torch.set_num_threads(torch.get_num_threads())
    Torch.setPrintOptions(o -> o.precision(4)); // py: torch.set_printoptions(precision=4)
    Torch.isGradEnabled(); // py: torch.is_grad_enabled()
    Torch.isInferenceModeEnabled(); // py: torch.is_inference_mode_enabled()
  }
}
