package dev.jtorch.internal;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * Gives OpenBLAS one thread for small matrix products and all of them for big ones.
 *
 * <p>OpenBLAS brings threads of its own beside LibTorch's. A small product gains nothing from them, and loses much when a
 * neighbour keeps a core busy; a big one needs every core. LibTorch does not tell when it multiplies, so the choice is made
 * where JTorch starts a product, from its number of multiplications, and where a backward pass starts, from the biggest
 * product of the forward pass before it.
 */
public final class BlasThreads {
  /** From here on, a product takes about a millisecond on one core, far more than waking a thread. */
  static final long BIG_PRODUCT = 64L << 20;

  /** OpenBLAS's threads are the user's where the user has said how many. */
  private static final boolean MANAGED = System.getenv("OPENBLAS_NUM_THREADS") == null
      && System.getenv("GOTO_NUM_THREADS") == null;

  private static volatile int most = 1;
  private static volatile int current = -1;
  private static volatile boolean bigSinceBackward;

  private BlasThreads() {}

  static void start() {
    // OpenBLAS itself answers -1 until somebody has set a number
    most = torch.get_num_threads();
    use(1);
  }

  /** Chooses the threads for a product of this many multiplications. */
  public static void forProduct(long multiplications) {
    boolean big = multiplications >= BIG_PRODUCT;
    if (big) bigSinceBackward = true;
    ThreadState.current().computed(big);
    use(big ? most : 1);
  }

  /** Chooses the threads for the products of a backward pass: those of its forward pass with operands exchanged. */
  public static void forBackward() {
    use(bigSinceBackward ? most : 1);
    bigSinceBackward = false;
  }

  static boolean bigSinceBackward() { return bigSinceBackward; }

  private static void use(int threads) {
    if (!MANAGED || threads == current) return;
    openblas_nolapack.blas_set_num_threads(threads);
    current = threads;
  }

  /** Sets how many threads an operator may use, in LibTorch's pool and, for big products, in OpenBLAS. */
  public static void setNumThreads(int threads) {
    torch.set_num_threads(threads);
    most = threads;
    current = -1;
    use(1);
  }

  public static int numThreads() {
    VirtualModes.apply();
    return torch.get_num_threads();
  }

  /** How many threads an operator may use where JTorch does not keep it on one. */
  static int mostThreads() {
    return most;
  }
}
