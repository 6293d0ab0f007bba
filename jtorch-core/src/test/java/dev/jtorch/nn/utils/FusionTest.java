package dev.jtorch.nn.utils;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.conv.Conv1d;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.conv.Conv3d;
import dev.jtorch.nn.conv.ConvTranspose2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.norm.BatchNorm3d;
import dev.jtorch.nn.norm.BatchNorm;
import dev.jtorch.testing.Golden;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Fused layers beside PyTorch's, see goldens/nn/fusion.py. */
class FusionTest {
  private static final Golden GOLDEN = Golden.load("nn/fusion");

  private static <L extends Layer> L fused(String name, L layer, BatchNorm<?> bn,
      BiFunction<L, BatchNorm<?>, L> fusion) {
    layer.loadStateDict(GOLDEN.tensors(name + ".layer."));
    bn.loadStateDict(GOLDEN.tensors(name + ".bn."));
    layer.eval();
    bn.eval();
    L fused = fusion.apply(layer, bn);
    for (String key : new String[] {"weight", "bias"}) {
      assertThat(fused.getParameter(key)).isCloseTo(GOLDEN.tensor(name + "." + key));
    }
    assertThat(fused.call(GOLDEN.tensor(name + ".input"))).isCloseTo(GOLDEN.tensor(name + ".output"));
    assertThat(fused.training()).isFalse();
    return fused;
  }

  @Test void convolutions_areFusedAsInPyTorch() {
    fused("conv1d", new Conv1d(2, 3, 3), new BatchNorm1d(3), Fusion::fuseConvBnEval);
    fused("conv3d_plain", new Conv3d(1, 2, 2), new BatchNorm3d(2, o -> o.affine(false)), Fusion::fuseConvBnEval);
    var conv = new Conv2d(4, 6, 3, o -> o.stride(2).groups(2).bias(false));
    Conv2d fused = fused("conv2d", conv, new BatchNorm2d(6, o -> o.eps(1e-2)), Fusion::fuseConvBnEval);
    assertThat(fused).hasToString("Conv2d(4, 6, kernel_size=(3, 3), stride=(2, 2), groups=2)");
    assertThat(fused.options().bias()).isTrue();
    assertThat(conv.bias).as("the original's").isNull();
  }

  @Test void transposedAndLinear_areFusedAsInPyTorch() {
    fused("transposed", new ConvTranspose2d(3, 2, 2, o -> o.stride(2)), new BatchNorm2d(2), Fusion::fuseConvBnEval);
    fused("linear", new Linear(3, 4), new BatchNorm1d(4), Fusion::fuseLinearBnEval);
  }

  @Test void parameters_requireGradientsAsTheLayersDid() {
    var bn = new BatchNorm2d(2).eval();
    var conv = new Conv2d(1, 2, 1).eval();
    assertThat(Fusion.fuseConvBnEval(conv, bn).bias.requiresGrad()).isTrue();
    conv.requiresGrad_(false);
    assertThat(Fusion.fuseConvBnEval(conv, bn).parameters()).noneMatch(p -> p.requiresGrad());
    var withoutBias = new Conv2d(1, 2, 1, o -> o.bias(false)).eval();
    assertThat(Fusion.fuseConvBnEval(withoutBias, bn).bias.requiresGrad()).isFalse();
    assertThat(Fusion.fuseConvBnEval(withoutBias, bn).weight.requiresGrad()).isTrue();
  }

  @Test void types_stayTheLayers() {
    var conv = new Conv2d(1, 2, 1);
    conv.toBFloat16();
    FusedWeights fused = Fusion.fuseConvBnWeights(conv.weight, conv.bias,
        new Statistics(Torch.zeros(2), Torch.ones(2), 1e-5, null, null));
    assertThat(fused.weight().dtype()).isEqualTo(conv.weight.dtype());
    assertThat(fused.bias().dtype()).isEqualTo(conv.weight.dtype());
  }

  @Test void weights_areAllThatIsLeft() {
    Tensor weight = Torch.ones(2, 1, 1, 1);
    var bn = new Statistics(Torch.ones(2), Torch.ones(2), 0, null, null);
    FusedWeights fused;
    try (var scope = Scope.open()) {
      fused = Fusion.fuseConvBnWeights(weight, null, bn);
      assertThat(scope.size()).isZero();
    }
    assertThat(fused.weight().detach()).isIdenticalTo(weight);
    assertThat(fused.bias()).isIdenticalTo(Torch.ones(2).neg());
  }

  @Test void fusion_refusals() {
    var conv = new Conv2d(1, 2, 1);
    var bn = new BatchNorm2d(2);
    assertThatThrownBy(() -> Fusion.fuseConvBnEval(conv, bn)).isInstanceOf(ModuleException.class)
        .hasMessage("Conv2d: training is true (expected: false); Fusion only for eval!");
    conv.eval();
    assertThatThrownBy(() -> Fusion.fuseConvBnEval(conv, bn))
        .hasMessage("BatchNorm2d: training is true (expected: false); Fusion only for eval!");
    var forgetful = new BatchNorm2d(2, o -> o.trackRunningStats(false)).eval();
    assertThatThrownBy(() -> Fusion.fuseConvBnEval(conv, forgetful)).isInstanceOf(ModuleException.class).hasMessage(
        "BatchNorm2d: runningMean or runningVar is null (expected: running statistics);"
            + " without them evaluation depends on the batch");
    var grouped = new ConvTranspose2d(2, 2, 1, o -> o.groups(2));
    assertThatThrownBy(() -> Fusion.fuseConvBnEval(grouped, bn))
        .hasMessage("ConvTranspose2d: groups is 2 (expected: 1)");
    var linear = new Linear(2, 3).eval();
    assertThatThrownBy(() -> Fusion.fuseLinearBnEval(linear, bn.eval())).isInstanceOf(ShapeException.class)
        .hasMessage("BatchNorm2d: numFeatures is 2 (expected: 3, as the linear layer puts out, or 1)");
  }
}
