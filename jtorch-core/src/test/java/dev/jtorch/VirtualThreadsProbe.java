package dev.jtorch;

import dev.jtorch.testing.VirtualThreads;
import java.util.stream.Stream;

/** Fills memory from virtual threads, half of them in hooks, where a thread cannot leave its carrier; prints a line when all are done. */
final class VirtualThreadsProbe {
  private VirtualThreadsProbe() {}

  public static void main(String[] args) throws Exception {
    VirtualThreads.run(32, (index, all) -> {
      for (int i = 0; i < 6; i++) {
        if (index % 2 == 0) inHook();
        else fill();
      }
    });
    System.out.println("done after collections: " + (MemoryStats.now().collections() > 0));
    System.exit(0);
  }

  private static void inHook() {
    Tensor x = Torch.ones(1).requiresGrad_();
    x.registerHook(grad -> {
      fill();
      return null;
    });
    x.mul(2).backward();
  }

  private static void fill() {
    Stream.generate(() -> Torch.zeros(1 << 21)).limit(5).toList().forEach(Tensor::close);
  }
}
