package dev.jtorch.benchmarks;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.optim.SGD;
import dev.jtorch.vision.models.ResNet;
import dev.jtorch.vision.models.unet.UNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole training steps of a network that says what is on images, and of one that says it of each pixel. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class Train {
  @Param({"resnet18", "unet"}) public String model = "";
  private Runnable step = () -> {};

  @Setup(Level.Trial) public void build() {
    step = model.equals("resnet18")
        ? step(ResNet.resnet18(), Torch.randn(8, 3, 224, 224), Torch.randint(0, 1000, 8))
        : step(new UNet(3, 2), Torch.randn(2, 3, 128, 128), Torch.randint(0, 2, 2, 128, 128));
  }

  private static Runnable step(Layer net, Tensor images, Tensor labels) {
    var sgd = new SGD(net.parameters(), o -> o.lr(0.01).momentum(0.9));
    return () -> {
      sgd.zeroGrad();
      F.crossEntropy(net.call(images), labels).backward();
      sgd.step();
    };
  }

  @Benchmark public void train() {
    try (var scope = Scope.open()) {
      step.run();
    }
  }
}
