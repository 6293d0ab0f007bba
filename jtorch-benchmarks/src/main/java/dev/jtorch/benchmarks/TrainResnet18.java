package dev.jtorch.benchmarks;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.F;
import dev.jtorch.optim.SGD;
import dev.jtorch.vision.models.ResNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.State;

/** A training step of ResNet-18. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class TrainResnet18 {
  private final ResNet resnet18 = ResNet.resnet18();
  private final SGD sgd = new SGD(resnet18.parameters(), o -> o.lr(0.01).momentum(0.9));
  private final Tensor images = Torch.randn(8, 3, 224, 224);
  private final Tensor labels = Torch.randint(0, 1000, 8);

  @Benchmark public void trainResnet18() {
    try (var step = Scope.open()) {
      sgd.zeroGrad();
      F.crossEntropy(resnet18.call(images), labels).backward();
      sgd.step();
    }
  }
}
