package dev.jtorch.nn.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers in PyTorch's order mean what the options of the same name mean. */
class PositionalArgumentsTest {
  private static final long[] WINDOW = {3};

  private Tensor signals;
  private Tensor images;
  private Tensor volumes;

  @BeforeEach void makeInputs() {
    Torch.manualSeed(0);
    signals = Torch.randn(2, 3, 9);
    images = Torch.randn(2, 3, 9, 9);
    volumes = Torch.randn(2, 3, 9, 9, 9);
  }

  private static void assertSame(Tensor actual, Tensor expected) {
    assertThat(Torch.equal(actual, expected)).as(() -> actual.shape() + " and " + expected.shape()).isTrue();
  }

  @Test void convolutions_takeStrideAndPadding() {
    Tensor w1 = Torch.randn(4, 3, 3);
    Tensor w2 = Torch.randn(4, 3, 3, 3);
    Tensor w3 = Torch.randn(4, 3, 3, 3, 3);
    Tensor bias = Torch.randn(4);
    assertSame(F.conv1d(signals, w1), F.conv1d(signals, w1, null, new ConvOptions()));
    assertSame(F.conv1d(signals, w1, bias, 2), F.conv1d(signals, w1, bias, o -> o.stride(2)));
    assertSame(F.conv1d(signals, w1, bias, 2, 1), F.conv1d(signals, w1, bias, o -> o.stride(2).padding(1)));
    assertSame(F.conv2d(images, w2), F.conv2d(images, w2, null, new ConvOptions()));
    assertSame(F.conv2d(images, w2, bias, 2), F.conv2d(images, w2, bias, o -> o.stride(2)));
    assertSame(F.conv2d(images, w2, bias, 2, 1), F.conv2d(images, w2, bias, o -> o.stride(2).padding(1)));
    assertSame(F.conv3d(volumes, w3), F.conv3d(volumes, w3, null, new ConvOptions()));
    assertSame(F.conv3d(volumes, w3, bias, 2), F.conv3d(volumes, w3, bias, o -> o.stride(2)));
    assertSame(F.conv3d(volumes, w3, bias, 2, 1), F.conv3d(volumes, w3, bias, o -> o.stride(2).padding(1)));
  }

  @Test void transposedConvolutions_takeStrideAndPadding() {
    Tensor w1 = Torch.randn(3, 4, 3);
    Tensor w2 = Torch.randn(3, 4, 3, 3);
    Tensor w3 = Torch.randn(3, 4, 3, 3, 3);
    Tensor bias = Torch.randn(4);
    assertSame(F.convTranspose1d(signals, w1), F.convTranspose1d(signals, w1, null, new ConvTransposeOptions()));
    assertSame(F.convTranspose1d(signals, w1, bias, 2), F.convTranspose1d(signals, w1, bias, o -> o.stride(2)));
    assertSame(F.convTranspose1d(signals, w1, bias, 2, 1),
        F.convTranspose1d(signals, w1, bias, o -> o.stride(2).padding(1)));
    assertSame(F.convTranspose2d(images, w2), F.convTranspose2d(images, w2, null, new ConvTransposeOptions()));
    assertSame(F.convTranspose2d(images, w2, bias, 2), F.convTranspose2d(images, w2, bias, o -> o.stride(2)));
    assertSame(F.convTranspose2d(images, w2, bias, 2, 1),
        F.convTranspose2d(images, w2, bias, o -> o.stride(2).padding(1)));
    assertSame(F.convTranspose3d(volumes, w3), F.convTranspose3d(volumes, w3, null, new ConvTransposeOptions()));
    assertSame(F.convTranspose3d(volumes, w3, bias, 2), F.convTranspose3d(volumes, w3, bias, o -> o.stride(2)));
    assertSame(F.convTranspose3d(volumes, w3, bias, 2, 1),
        F.convTranspose3d(volumes, w3, bias, o -> o.stride(2).padding(1)));
  }

  @Test void maxPooling_takesStrideAndPadding() {
    assertSame(F.maxPool1d(signals, 3, 2), F.maxPool1d(signals, WINDOW, o -> o.stride(2)));
    assertSame(F.maxPool1d(signals, 3, 2, 1), F.maxPool1d(signals, WINDOW, o -> o.stride(2).padding(1)));
    assertSame(F.maxPool2d(images, 3, 2), F.maxPool2d(images, WINDOW, o -> o.stride(2)));
    assertSame(F.maxPool2d(images, 3, 2, 1), F.maxPool2d(images, WINDOW, o -> o.stride(2).padding(1)));
    assertSame(F.maxPool3d(volumes, 3, 2), F.maxPool3d(volumes, WINDOW, o -> o.stride(2)));
    assertSame(F.maxPool3d(volumes, 3, 2, 1), F.maxPool3d(volumes, WINDOW, o -> o.stride(2).padding(1)));
    assertSame(F.maxPool1dWithIndices(signals, 3).output(), F.maxPool1d(signals, 3));
    assertSame(F.maxPool2dWithIndices(images, 3, o -> o.stride(2)).output(), F.maxPool2d(images, 3, 2));
    assertSame(F.maxPool3dWithIndices(volumes, 3).output(), F.maxPool3d(volumes, 3));
  }

  @Test void meanAndNormPooling_takeStrideAndPadding() {
    assertSame(F.avgPool1d(signals, 3, 2), F.avgPool1d(signals, WINDOW, o -> o.stride(2)));
    assertSame(F.avgPool1d(signals, 3, 2, 1), F.avgPool1d(signals, WINDOW, o -> o.stride(2).padding(1)));
    assertSame(F.avgPool2d(images, 3, 2), F.avgPool2d(images, WINDOW, o -> o.stride(2)));
    assertSame(F.avgPool2d(images, 3, 2, 1), F.avgPool2d(images, WINDOW, o -> o.stride(2).padding(1)));
    assertSame(F.avgPool3d(volumes, 3, 2), F.avgPool3d(volumes, WINDOW, o -> o.stride(2)));
    assertSame(F.avgPool3d(volumes, 3, 2, 1), F.avgPool3d(volumes, WINDOW, o -> o.stride(2).padding(1)));
    assertSame(F.lpPool1d(signals, 2, 3, 2), F.lpPool1d(signals, 2, WINDOW, new LpPoolOptions().stride(2)));
    assertSame(F.lpPool2d(images, 2, 3, 2), F.lpPool2d(images, 2, WINDOW, new LpPoolOptions().stride(2)));
    assertSame(F.lpPool3d(volumes, 2, 3, 2), F.lpPool3d(volumes, 2, WINDOW, new LpPoolOptions().stride(2)));
  }

  @Test void unpooling_takesOptions() {
    MaxPoolResult pooled = F.maxPool2dWithIndices(images, 2, o -> o.stride(2));
    assertSame(F.maxUnpool2d(pooled.output(), pooled.indices(), 2, o -> o.outputSize(9, 9)),
        F.maxUnpool2d(pooled.output(), pooled.indices(), new long[] {2}, new MaxUnpoolOptions().outputSize(9, 9)));
  }

  @Test void normalisations_takeWeightBiasAndEps() {
    Tensor weight = Torch.randn(9);
    Tensor bias = Torch.randn(9);
    Tensor channelWeight = Torch.randn(3);
    long[] shape = {9};
    assertSame(F.layerNorm(images, shape, weight, bias),
        F.layerNorm(images, shape, o -> o.weight(weight).bias(bias)));
    assertSame(F.layerNorm(images, shape, weight, null, 1e-3),
        F.layerNorm(images, shape, o -> o.weight(weight).eps(1e-3)));
    assertSame(F.groupNorm(images, 3, channelWeight, null), F.groupNorm(images, 3, o -> o.weight(channelWeight)));
    assertSame(F.groupNorm(images, 3, null, null, 1e-3), F.groupNorm(images, 3, o -> o.eps(1e-3)));
    assertSame(F.instanceNorm(images, null, null, o -> o.eps(1e-3)),
        F.instanceNorm(images, null, null, new InstanceNormOptions().eps(1e-3)));
    assertSame(F.localResponseNorm(images, 2, o -> o.alpha(0.1)),
        F.localResponseNorm(images, 2, new LocalResponseOptions().alpha(0.1)));
  }

  @Test void similarityAndBilinear_haveDefaults() {
    assertSame(F.cosineSimilarity(images, volumes.select(2, 0)),
        F.cosineSimilarity(images, volumes.select(2, 0), 1, 1e-8));
    Tensor weight = Torch.randn(5, 9, 9);
    assertSame(F.bilinear(signals, signals, weight), F.bilinear(signals, signals, weight, null));
  }
}
