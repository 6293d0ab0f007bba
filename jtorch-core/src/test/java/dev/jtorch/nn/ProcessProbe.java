package dev.jtorch.nn;

import dev.jtorch.ApiUsage;
import dev.jtorch.nn.TestNets.Bag;
import java.util.ArrayList;
import java.util.List;

/** Runs in a process of its own, where no module has been built before. */
final class ProcessProbe {
  private ProcessProbe() {}

  public static void main(String[] args) {
    List<String> heard = new ArrayList<>();
    ApiUsage.setLogger(key -> {
      heard.add(key);
      throw new IllegalStateException("a logger that fails");
    });
    for (int i = 0; i < 100; i++) new Bag();
    System.out.println("heard " + heard);
    var replica = new Bag();
    replica.zeroGrad();
    replica.markReplica();
    replica.zeroGrad();
  }
}
