package dev.jtorch.benchmarks;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.optim.Adam;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.State;

/** Small networks, where the library around the kernels is most of the time. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class Mlp {
  private final Sequential deep = deep();
  private final Tensor one = Torch.randn(1, 64);
  private final Sequential net = new Sequential(new Linear(64, 256), new ReLU(), new Linear(256, 256), new ReLU(),
      new Linear(256, 10));
  private final Adam adam = new Adam(net.parameters(), o -> o.lr(1e-3));
  private final Tensor batch = Torch.randn(64, 64);
  private final Tensor target = Torch.randint(0, 10, 64);
  private final Layer identity = new Identity();

  /** Ten linear layers and ten activations. */
  private static Sequential deep() {
    var layers = new Layer[20];
    for (int i = 0; i < layers.length; i++) layers[i] = i % 2 == 0 ? new Linear(64, 64) : new ReLU();
    return new Sequential(layers);
  }

  @Benchmark public void mlpForward20() {
    try (var quiet = Torch.noGrad(); var step = Scope.open()) {
      deep.call(one);
    }
  }

  @Benchmark public void mlpAdamStep() {
    try (var step = Scope.open()) {
      adam.zeroGrad();
      F.crossEntropy(net.call(batch), target).backward();
      adam.step();
    }
  }

  /** What a call costs beside {@code forward}: its scope and the look for hooks. */
  @Benchmark public Tensor callOverhead() {
    return identity.call(one);
  }
}
