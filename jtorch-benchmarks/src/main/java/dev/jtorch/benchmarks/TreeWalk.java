package dev.jtorch.benchmarks;

import dev.jtorch.vision.models.ResNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The walks of a training loop. */
@State(Scope.Thread)
public class TreeWalk {
  private final ResNet resnet50 = ResNet.resnet50();

  /** Walks parameters by name, modules, and the state. */
  @Benchmark public int treeWalkResnet50() {
    return resnet50.namedParameters().size() + resnet50.modules().size() + resnet50.stateDict().size();
  }
}
