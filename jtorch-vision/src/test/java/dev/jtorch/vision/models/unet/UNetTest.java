package dev.jtorch.vision.models.unet;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.conv.ConvTranspose2d;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.nn.upsampling.Upsample;
import dev.jtorch.testing.Row;
import dev.jtorch.vision.models.DenseNet.DenseLayer;
import dev.jtorch.vision.models.DenseNet;
import dev.jtorch.vision.models.ResNet.BasicBlock;
import dev.jtorch.vision.models.ResNet.Bottleneck;
import dev.jtorch.vision.models.ResNet;
import dev.jtorch.vision.models.unet.UNet.DoubleConv;
import dev.jtorch.vision.models.unet.UNet.Down;
import dev.jtorch.vision.models.unet.UNet.OutConv;
import dev.jtorch.vision.models.unet.UNet.Up;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** U-Net and its steps; their numbers beside PyTorch's are in SegmentationGoldenTest. */
class UNetTest {
  private static long count(Module module) {
    return module.parameters().stream().mapToLong(Tensor::numel).sum();
  }

  @Test @Row("S5-019") void doubleConv_isTwiceConvolutionNormReLU() {
    var conv = new DoubleConv(3, 64);
    assertThat(conv.stateDict().keySet()).containsExactly("double_conv.0.weight", "double_conv.1.weight",
        "double_conv.1.bias", "double_conv.1.running_mean", "double_conv.1.running_var",
        "double_conv.1.num_batches_tracked", "double_conv.3.weight", "double_conv.4.weight", "double_conv.4.bias",
        "double_conv.4.running_mean", "double_conv.4.running_var", "double_conv.4.num_batches_tracked");
    assertThat(count(conv)).isEqualTo(38_848);
    assertThat(conv.toString()).isEqualTo("""
        DoubleConv(
          (double_conv): Sequential(
            (0): Conv2d(3, 64, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
            (1): BatchNorm2d(64, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
            (2): ReLU(inplace=True)
            (3): Conv2d(64, 64, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
            (4): BatchNorm2d(64, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
            (5): ReLU(inplace=True)
          )
        )""");
    assertThat(new DoubleConv(3, 64, 0)).hasToString(conv.toString());
    assertThat(new DoubleConv(3, 64, 16).getModule("double_conv.3", Conv2d.class).inChannels()).isEqualTo(16);
  }

  @Test @Row("S5-020") void down_halvesAndConvolves() {
    var down = new Down(64, 128);
    assertThat(count(down)).isEqualTo(221_696);
    assertThat(down.call(Torch.zeros(2, 64, 9, 6))).hasShape(2, 128, 4, 3);
    assertThat(down.maxpoolConv.get(0))
        .hasToString("MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)");
    assertThat(down.maxpoolConv.get(1)).isInstanceOf(DoubleConv.class);
  }

  @Test @Row("S5-021") void up_growsToTheSizeOfTheOtherMap() {
    Up bilinear = Up.bilinear(1024, 256);
    assertThat(count(bilinear)).isEqualTo(5_899_776);
    assertThat(bilinear.up).hasToString("Upsample(scale_factor=2.0, mode='bilinear')");
    assertThat(((DoubleConv) bilinear.conv).getModule("double_conv.0", Conv2d.class).outChannels()).isEqualTo(512);
    Up transposed = Up.transposed(16, 8);
    assertThat(transposed.up).hasToString("ConvTranspose2d(16, 8, kernel_size=(2, 2), stride=(2, 2))");
    assertThat(transposed.call(new Up.Maps(Torch.randn(1, 16, 18, 25), Torch.randn(1, 8, 37, 50))))
        .hasShape(1, 8, 37, 50);
    assertThat(new UNet(3, 2).call(Torch.randn(1, 3, 37, 50))).hasShape(1, 2, 37, 50);
  }

  /** What the convolutions of a step up get, where the map from below is ones that do not grow, and the other one twos. */
  private static Tensor joined(long deepRows, long deepColumns, long rows, long columns) {
    Up up = Up.bilinear(2, 1);
    up.up = new Identity();
    up.conv = new Identity();
    return up
        .call(new Up.Maps(Torch.ones(1, 1, deepRows, deepColumns), Torch.full(new long[] {1, 1, rows, columns}, 2f)));
  }

  @Test @Row("S5-021") void up_putsTheOtherMapFirst_andPadsOddlyAtTheEnd() {
    assertThat(joined(1, 1, 2, 4)).isIdenticalTo(Torch.tensor(
        new float[] {2, 2, 2, 2, 2, 2, 2, 2, 0, 1, 0, 0, 0, 0, 0, 0}).view(1, 2, 2, 4));
    assertThat(joined(2, 3, 1, 2)).isIdenticalTo(Torch.tensor(new float[] {2, 2, 1, 1}).view(1, 2, 1, 2));
  }

  @Test @Row("S5-025") void outConv_convolvesPixels() {
    var out = new OutConv(64, 2);
    assertThat(count(out)).isEqualTo(130);
    assertThat(out.conv).hasToString("Conv2d(64, 2, kernel_size=(1, 1), stride=(1, 1))");
  }

  @Test @Row("S5-026") void network_sizes() {
    assertThat(count(new UNet(3, 2))).isEqualTo(17_263_042);
    assertThat(count(new UNet(3, 2, o -> o.bilinear(false)))).isEqualTo(31_037_698);
    assertThat(count(new UNet(1, 1))).isEqualTo(17_261_825);
    assertThat(count(new UNet(1, 1, o -> o.bilinear(false)))).isEqualTo(31_036_481);
    assertThat(count(new UNet(3, 1))).isEqualTo(17_262_977);
    assertThat(new UNet(3, 2).stateDict()).hasSize(110);
    assertThat(new UNet(3, 2, o -> o.bilinear(false)).stateDict()).hasSize(118);
  }

  @Test @Row("S5-026") void network_mapsOnTheWay() {
    var net = new UNet(3, 2);
    var shapes = new ArrayList<Size>();
    for (Module child : net.children()) {
      Model<?, ?> step = (Model<?, ?>) child;
      step.registerForwardHook((module, in, out) -> {
        shapes.add(((Tensor) out).shape());
        return null;
      });
    }
    assertThat(net.namedChildren().keySet()).containsExactly("inc", "down1", "down2", "down3", "down4", "up1", "up2",
        "up3", "up4", "outc");
    net.eval().requiresGrad_(false);
    Tensor logits = net.call(Torch.randn(1, 3, 64, 64));
    assertThat(shapes).containsExactly(Size.of(1, 64, 64, 64), Size.of(1, 128, 32, 32), Size.of(1, 256, 16, 16),
        Size.of(1, 512, 8, 8), Size.of(1, 512, 4, 4), Size.of(1, 256, 8, 8), Size.of(1, 128, 16, 16),
        Size.of(1, 64, 32, 32), Size.of(1, 64, 64, 64), Size.of(1, 2, 64, 64));
    assertThat(logits.lt(0).any().itemBool()).as("logits, not probabilities").isTrue();
  }

  @Test @Row("S5-018") void smallestImages() {
    var net = new UNet(3, 2);
    net.eval();
    assertThat(net.call(Torch.randn(1, 3, 16, 16))).hasShape(1, 2, 16, 16);
    assertThatThrownBy(() -> net.call(Torch.randn(1, 3, 15, 15))).isInstanceOf(TorchException.class)
        .hasMessageContaining(
            "Given input size: (512x1x1). Calculated output size: (512x0x0). Output size is too small");
    net.train();
    assertThatThrownBy(() -> net.call(Torch.randn(1, 3, 16, 16))).isInstanceOf(ShapeException.class)
        .hasMessageContaining(
            "Expected more than 1 value per channel when training, got input size torch.Size([1, 512, 1, 1])");
    assertThat(net.call(Torch.randn(2, 3, 16, 16))).hasShape(2, 2, 16, 16);
    assertThat(net.call(Torch.randn(1, 3, 32, 32))).hasShape(1, 2, 32, 32);
  }

  private static long count(Module net, Class<? extends Module> block) {
    return net.modules().stream().filter(block::isInstance).count();
  }

  @Test @Row("S5-017") void bigNetworks_areRepeatedBlocks() {
    assertThat(count(new UNet(3, 2), DoubleConv.class)).isEqualTo(9);
    assertThat(count(ResNet.resnet18(), BasicBlock.class)).isEqualTo(8);
    assertThat(count(ResNet.resnet50(), Bottleneck.class)).isEqualTo(16);
    assertThat(count(DenseNet.densenet121(), DenseLayer.class)).isEqualTo(58);
  }

  /** How much neighbours differ, on average. */
  private static double roughness(Tensor map) {
    Tensor down = map.narrow(2, 1, map.size(2) - 1).sub(map.narrow(2, 0, map.size(2) - 1)).abs();
    Tensor right = map.narrow(3, 1, map.size(3) - 1).sub(map.narrow(3, 0, map.size(3) - 1)).abs();
    return down.mean().item() + right.mean().item();
  }

  @Test @Row("S4-252") void interpolation_leavesNoCheckerboard() {
    Torch.manualSeed(0);
    Layer transposed = new ConvTranspose2d(4, 3, 2, o -> o.stride(2));
    for (InterpolateMode mode : List.of(InterpolateMode.NEAREST, InterpolateMode.BILINEAR)) {
      Layer interpolated = new Sequential(new Upsample(o -> o.scaleFactor(2).mode(mode)), new Conv2d(4, 3, 1));
      Tensor x = Torch.ones(2, 4, 5, 7);
      assertThat(interpolated.call(x)).hasShape(transposed.call(x).shape().toLongArray()).hasShape(2, 3, 10, 14);
      assertThat(roughness(interpolated.call(x))).isLessThan(1e-6);
      assertThat(roughness(transposed.call(x))).isGreaterThan(0.1);
    }
    assertThat(new UNet(3, 2).up1.up).isInstanceOf(Upsample.class);
    assertThat(new UNet(3, 2, o -> o.bilinear(false)).up1.up).isInstanceOf(ConvTranspose2d.class);
  }
}
