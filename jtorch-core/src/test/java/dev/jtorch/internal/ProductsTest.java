package dev.jtorch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Big products get all threads, small ones one. */
class ProductsTest {
  /** The least number of multiplications that is big, as a square matrix's size. */
  private static final long BIG = 512;

  @BeforeEach void small() {
    assumeTrue(System.getenv("OPENBLAS_NUM_THREADS") == null && BlasThreads.numThreads() > 1,
        "needs more than one thread, which JTorch sets");
    BlasThreads.forProduct(1);
  }

  @AfterEach void back() { BlasThreads.forProduct(1); }

  private static NativeTensor meta(long... size) {
    Tensor made = Torch.zeros(size, o -> o.device(Device.META));
    return Bridge.handle(made);
  }

  private static boolean big() {
    return openblas_nolapack.blas_get_num_threads() > 1;
  }

  @Test void prepare_matrices() {
    Products.prepare(meta(BIG, BIG), meta(BIG, BIG));
    assertThat(big()).isTrue();
    Products.prepare(meta(BIG, BIG), meta(BIG));
    assertThat(big()).isFalse();
  }

  @Test void prepareLinear_weight() {
    Products.prepareLinear(meta(8, BIG), meta(10, BIG));
    assertThat(big()).isFalse();
    Products.prepareLinear(meta(BIG, BIG), meta(BIG, BIG));
    assertThat(big()).isTrue();
  }

  @Test void prepareTensordot_summedDimensions() {
    Products.prepareTensordot(meta(BIG, BIG), meta(BIG, BIG), new long[] {-1});
    assertThat(big()).isTrue();
    Products.prepareTensordot(meta(BIG, BIG), meta(BIG, BIG), new long[] {0, 1});
    assertThat(big()).isFalse();
  }

  @Test void prepareEinsum_labels() {
    Products.prepareEinsum("ij, ij -> i", new NativeTensor[] {meta(BIG, BIG), meta(BIG, BIG)});
    assertThat(big()).isFalse();
    Products.prepareEinsum("ij,jk->ik", new NativeTensor[] {meta(BIG, BIG), meta(BIG, BIG)});
    assertThat(big()).isTrue();
    Products.prepareEinsum("...i,i->...", new NativeTensor[] {meta(BIG, BIG), meta(BIG)});
    assertThat(big()).isFalse();
  }
}
