package dev.jtorch.data;

import org.jspecify.annotations.Nullable;

/**
 * Which of a loader's workers a thread is.
 *
 * <p>A worker's functions of chance draw from a generator of its own with {@link #seed()}, unless they are given another one;
 * sources that are not JTorch's can be seeded with it in {@link LoaderOptions#workerInit}.
 *
 * @param id the worker's number, from 0 up
 * @param numWorkers how many workers the loader has
 * @param seed the worker's seed, another one in each pass
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.get_worker_info">torch.utils.data.get_worker_info</a>
 */
public record WorkerInfo(int id, int numWorkers, long seed) {
  private static final ThreadLocal<@Nullable WorkerInfo> CURRENT = new ThreadLocal<>();

  /** {@return which worker the calling thread is; null on a thread that is none} */
  public static @Nullable WorkerInfo current() {
    return CURRENT.get();
  }

  void enter() { CURRENT.set(this); }
}
