package dev.jtorch.nn.norm;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.testing.Row;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExampleNormTest {
  private static final float[] LAYER_FIRST = {-1.5275f, -1.0911f, -0.6547f, -0.2182f};
  private static final float[] LAYER_LAST = {0.2182f, 0.6547f, 1.0911f, 1.5275f};
  private static final float[] INSTANCE = {-1.3416f, -0.4472f, 0.4472f, 1.3416f};

  /** 0 to 15: two examples of two channels of 2 x 2 places. */
  private final Tensor x = Torch.arange(0.0, 16.0).view(2, 2, 2, 2);

  /** The values of the first example's first channel, and of the last one's last. */
  private void check(Layer layer, float[] first, float[] last) {
    Tensor y = layer.call(x).detach();
    near(y.select(0, 0).select(0, 0), first);
    near(y.select(0, 1).select(0, 1), last);
  }

  private static void near(Tensor actual, float[] expected) {
    assertThat(actual.flatten().sub(Torch.tensor(expected)).abs().max().item()).isLessThan(5e-5);
  }

  private static void refused(ThrowingCallable action, Class<?> type,
      String message) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(type);
    assertThat(thrown.getMessage()).isEqualTo(message);
  }

  @Test @Row("S4-050") void layerNorm_takesEachExampleByItself() {
    var layer = new LayerNorm(2, 2, 2);
    check(layer, LAYER_FIRST, LAYER_LAST);
    assertThat(layer.weight).hasShape(2, 2, 2);
    assertThat(layer.stateDict().keySet()).containsExactly("weight", "bias");
    Tensor alone = x.narrow(0, 0, 1);
    assertThat(layer.call(alone)).isCloseTo(layer.call(x).narrow(0, 0, 1));
    layer.eval();
    assertThat(layer.call(alone)).isCloseTo(layer.call(x).narrow(0, 0, 1));
    assertThat(new LayerNorm(2, 2).toString()).isEqualTo("LayerNorm((2, 2), eps=1e-05, elementwise_affine=True)");
  }

  @Test @Row("S4-051") void instanceNorm_takesEachChannelByItself() {
    var layer = new InstanceNorm2d(2);
    check(layer, INSTANCE, INSTANCE);
    assertThat(layer.stateDict()).isEmpty();
    assertThat(layer.options().affine()).isFalse();
    assertThat(layer.options().trackRunningStats()).isFalse();
    refused(() -> layer.call(Torch.zeros(1, 2, 1, 1)), ShapeException.class,
        "InstanceNorm2d: Expected more than 1 spatial element when training, got input size torch.Size([1, 2, 1, 1])");
  }

  @Test @Row("S4-052") void groupNorm_isBetweenLayerAndInstance() {
    check(new GroupNorm(1, 2), LAYER_FIRST, LAYER_LAST);
    check(new GroupNorm(2, 2), INSTANCE, INSTANCE);
    refused(() -> new GroupNorm(3, 4), TorchException.class, "num_channels (4) must be divisible by num_groups (3)");
  }

  @Test void instanceNorm_ofOtherChannels() {
    refused(() -> new InstanceNorm2d(3, o -> o.affine(true)).call(x), ShapeException.class,
        "InstanceNorm2d: expected input's size at dim=1 to match num_features (3), but got: 2.");
    check(new InstanceNorm2d(3), INSTANCE, INSTANCE);
    refused(() -> new InstanceNorm1d(3).call(x), ShapeException.class,
        "InstanceNorm1d: expected 2D or 3D input (got 4D input), as (N, C, L) or (C, L)");
  }

  @Test void groupNorm_ofOneValue() {
    refused(() -> new GroupNorm(2, 2).call(Torch.zeros(1, 2, 1, 1)), ShapeException.class,
        "GroupNorm: Expected more than 1 value per channel when training, got input size [1, 2, 1, 1]");
    refused(() -> F.groupNorm(Torch.zeros(4), 2), ShapeException.class,
        "Expected at least 2 dimensions for input tensor but received 1");
  }

  @Test void otherSizes() {
    refused(() -> new LayerNorm(3).call(x), ShapeException.class,
        "LayerNorm: Given normalized_shape=[3], expected input with shape [*, 3], but got input of size[2, 2, 2, 2]");
    refused(() -> F.rmsNorm(x, 3), ShapeException.class,
        "Given normalized_shape=[3], expected input with shape [*3], but got input of size[2, 2, 2, 2]");
    refused(() -> new LocalResponseNorm(2).call(Torch.zeros(2, 2)), ShapeException.class,
        "LocalResponseNorm: Expected 3D or higher dimensionality input (got 2 dimensions)");
    assertThat(new LocalResponseNorm(2).call(Torch.zeros(2, 2, 0))).hasShape(2, 2, 0);
  }

  @Test void resetParameters_startsAgain() {
    var layer = new LayerNorm(2);
    layer.weight.detach().fill_(3);
    layer.bias.detach().fill_(3);
    layer.resetParameters();
    assertThat(layer.weight.detach()).isIdenticalTo(Torch.ones(2));
    assertThat(layer.bias.detach()).isIdenticalTo(Torch.zeros(2));
    var group = new GroupNorm(1, 2);
    group.weight.detach().fill_(3);
    group.resetParameters();
    assertThat(group.weight.detach()).isIdenticalTo(Torch.ones(2));
    var rms = new RMSNorm(2);
    rms.weight.detach().fill_(3);
    rms.resetParameters();
    assertThat(rms.weight.detach()).isIdenticalTo(Torch.ones(2));
  }
}
