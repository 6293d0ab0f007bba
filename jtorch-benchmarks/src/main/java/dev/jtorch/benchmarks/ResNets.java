package dev.jtorch.benchmarks;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.F;
import dev.jtorch.optim.SGD;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.State;

/** Whole networks of ResNet's shape. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class ResNets {
  private final ResNetShape resnet18 = ResNetShape.of18Layers();
  private final ResNetShape resnet50 = ResNetShape.of50Layers();
  private final SGD sgd = new SGD(resnet18.parameters(), o -> o.lr(0.01).momentum(0.9));
  private final Tensor images = Torch.randn(8, 3, 224, 224);
  private final Tensor labels = Torch.randint(0, 1000, 8);

  @Benchmark public void resnet18Forward() {
    resnet18.eval();
    try (var quiet = Torch.noGrad(); var step = Scope.open()) {
      resnet18.call(images);
    }
  }

  @Benchmark public void resnet18TrainStep() {
    resnet18.train();
    try (var step = Scope.open()) {
      sgd.zeroGrad();
      F.crossEntropy(resnet18.call(images), labels).backward();
      sgd.step();
    }
  }

  /** Walks what a training loop walks: parameters by name, modules, and the state. */
  @Benchmark public int treeWalkResnet50() {
    return resnet50.namedParameters().size() + resnet50.modules().size() + resnet50.stateDict().size();
  }
}
