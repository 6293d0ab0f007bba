package dev.jtorch.nn;

import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.ScenarioLog;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people do with hooks, as the books show it. */
class HookRecipesTest {
  private final ScenarioLog log = new ScenarioLog("hooks/hooks");

  private static final class Net extends Layer {
    public Conv2d conv1 = new Conv2d(1, 2, 3);
    public MaxPool2d pool = new MaxPool2d(2);

    Net() {
      try (var quiet = Torch.noGrad()) {
        conv1.weight.select(0, 0).fill_(1);
        conv1.weight.select(0, 1).fill_(2);
        conv1.bias.fill_(0);
      }
    }

    @Override protected Tensor forward(Tensor x) { return pool.call(conv1.call(x)); }
  }

  @Row({"S4-216", "S4-213", "S4-214", "S4-219"})
  @Test void convolution_showsItsFeatureMapAndGradients() {
    var net = new Net();
    Tensor image = Torch.ones(1, 1, 4, 4);
    var inputs = new ArrayList<String>();
    net.conv1.registerForwardHook((m, in, out) -> {
      inputs.add(text(in.flatten()));
      // Python's hook gets a tuple of one input, whose length it prints; Java's gets the input
      return log.add("feature map " + out.shape() + " " + text(out.flatten()) + " of " + in.shape() + " 1");
    });
    net.conv1.registerFullBackwardHook((m, in, out) -> log.add("gradients " + text(in) + " " + out.get(0).shape() + " "
        + text(out.get(0).flatten())));
    Tensor y = net.call(image);
    assertThat(inputs).containsExactly(text(Torch.ones(16)));
    log.add(y.shape() + " " + text(y.flatten()));
    y.sum().backward();
    try (var doubled = net.conv1.registerForwardPreHook((m, in) -> in.mul(2))) {
      net.conv1.registerForwardPreHook((m, in) -> null);
      log.add(text(net.call(image).flatten()));
    }
    net.conv1.registerForwardHook((m, in, out) -> out.mul(0));
    log.add(text(net.call(image).flatten()));
    log.isThatOf("conv_example");
  }

  @Row("S4-216")
  @Test void row_ofAWeightIsFilledOutsideTheGraph() {
    var conv = new Conv2d(1, 2, 3);
    log.trial(() -> conv.weight.select(0, 0).fill_(1));
    conv.weight.select(0, 0).detach().fill_(1);
    try (var quiet = Torch.noGrad()) {
      conv.weight.select(0, 1).fill_(2);
    }
    log.add(text(conv.weight.sum(1, 2, 3)));
    log.isThatOf("fill_row_of_leaf");
  }

  @Row("S4-221")
  @Test void gradCam_weighsFeatureMapsByTheirGradients() {
    var conv = new Conv2d(1, 2, 1, o -> o.bias(false));
    var fc = new Linear(2, 2, o -> o.bias(false));
    try (var quiet = Torch.noGrad()) {
      conv.weight.copy_(Torch.tensor(new float[] {1, -1}).reshape(2, 1, 1, 1));
      fc.weight.copy_(Torch.tensor(new float[][] {{2, 0}, {0, 1}}));
    }
    @Nullable Tensor[] kept = new @Nullable Tensor[2];
    conv.registerForwardHook((m, in, out) -> {
      kept[0] = out.detach().keep();
      return null;
    });
    conv.registerFullBackwardHook((m, in, out) -> {
      kept[1] = out.get(0).keep();
      return null;
    });
    Tensor x = Torch.arange(1f, 5f).reshape(1, 1, 2, 2);
    fc.call(conv.call(x).mean(2, 3)).select(0, 0).select(0, 0).backward();
    Tensor weights = kept[1].mean(new int[] {2, 3}, true);
    Tensor cam = weights.mul(kept[0]).sum(1).relu();
    log.add(text(weights.flatten()) + " " + text(cam.flatten()));
    Tensor normalised = cam.sub(cam.min()).div(cam.max().sub(cam.min()));
    log.add(text(normalised.mul(3).flatten().round()));
    log.isThatOf("grad_cam");
  }
}
