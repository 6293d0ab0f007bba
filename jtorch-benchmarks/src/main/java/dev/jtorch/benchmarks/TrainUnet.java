package dev.jtorch.benchmarks;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.F;
import dev.jtorch.optim.SGD;
import dev.jtorch.vision.models.unet.UNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.State;

/** A training step of U-Net, on small scenes. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class TrainUnet {
  private final UNet unet = new UNet(3, 2);
  private final SGD sgd = new SGD(unet.parameters(), o -> o.lr(0.01).momentum(0.9));
  private final Tensor scenes = Torch.randn(2, 3, 128, 128);
  private final Tensor masks = Torch.randint(0, 2, 2, 128, 128);

  @Benchmark public void trainUnet() {
    try (var step = Scope.open()) {
      sgd.zeroGrad();
      F.crossEntropy(unet.call(scenes), masks).backward();
      sgd.step();
    }
  }
}
