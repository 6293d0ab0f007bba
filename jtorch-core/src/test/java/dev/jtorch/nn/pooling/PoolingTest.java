package dev.jtorch.nn.pooling;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolResult;
import dev.jtorch.testing.Row;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PoolingTest {
  /** 1 to 25, row by row. */
  private static final Tensor IMAGE = Torch.arange(1.0, 26.0).view(1, 1, 5, 5).keepForever();

  private static void check(Layer layer, float[] elements, long... shape) {
    Tensor output = layer.call(IMAGE);
    assertThat(output).hasShape(shape);
    assertThat(output.flatten()).isCloseTo(Torch.tensor(elements));
  }

  @Test @Row("S4-002") void adaptiveAvgPool2d_binsMayOverlap() {
    check(new AdaptiveAvgPool2d(3), new float[] {4, 5.5f, 7, 11.5f, 13, 14.5f, 19, 20.5f, 22}, 1, 1, 3, 3);
    assertThat(new AdaptiveAvgPool2d(7).call(IMAGE)).hasShape(1, 1, 7, 7);
  }

  @Test @Row("S4-002") void adaptiveAvgPool2d_keepsASize() {
    var pool = new AdaptiveAvgPool2d(1, F.KEEP);
    check(pool, new float[] {11, 12, 13, 14, 15}, 1, 1, 1, 5);
    assertThat(pool.toString()).isEqualTo("AdaptiveAvgPool2d(output_size=(1, None))");
  }

  /** A size of -1 is a mistake, and Python's words for it are LibTorch's; its None is another value here. */
  @Test void adaptivePools_refuseNegativeSizes() {
    assertThat(catchThrowable(() -> new AdaptiveAvgPool2d(2, -1).call(IMAGE))).hasMessage("AdaptiveAvgPool2d:"
        + " adaptive_avg_pool2d: elements of output_size must be greater than or equal to 0 but received {2, -1}");
    assertThat(catchThrowable(() -> F.adaptiveAvgPool3d(IMAGE, -1))).hasMessage(
        "adaptive_avg_pool3d: elements of output_size must be greater than or equal to 0 but received {-1, -1,-1}");
    assertThat(catchThrowable(() -> F.adaptiveMaxPool2d(IMAGE, -1)))
        .hasMessage("Trying to create tensor with negative dimension -1: [1, 1, -1, -1]");
    assertThat(new AdaptiveAvgPool2d(-1)).hasToString("AdaptiveAvgPool2d(output_size=-1)");
  }

  @Test @Row("S4-004") void avgPool2d_ofTheBorder() {
    check(new AvgPool2d(3, o -> o.stride(2).padding(1)), new float[] {1.777778f, 3.666667f, 3.111111f, 7.666667f, 13,
      9.666667f, 8.444444f, 13.666667f, 9.777778f}, 1, 1, 3, 3);
    check(new AvgPool2d(3, o -> o.stride(2).padding(1).countIncludePad(false)),
        new float[] {4, 5.5f, 7, 11.5f, 13, 14.5f, 19, 20.5f, 22}, 1, 1, 3, 3);
    check(new AvgPool2d(2, o -> o.ceilMode(true)), new float[] {4, 6, 7.5f, 14, 16, 17.5f, 21.5f, 23.5f, 25}, 1, 1, 3,
        3);
  }

  @Test @Row("S4-003") void maxPool2d_overlooksSmallShifts() {
    Tensor image = Torch.zeros(1, 1, 4, 4);
    Tensor shifted = Torch.zeros(1, 1, 4, 4);
    pixel(image, 0, 2).fill_(1);
    pixel(shifted, 1, 3).fill_(1);
    assertThat(new MaxPool2d(2).call(shifted)).isIdenticalTo(new MaxPool2d(2).call(image));
  }

  @Test @Row("S4-003") void maxPool2d_gradientGoesToTheFirstMaximum() {
    Tensor image = Torch.ones(1, 1, 2, 2).requiresGrad_();
    new MaxPool2d(2).call(image).sum().backward();
    assertThat(image.grad().flatten()).isIdenticalTo(Torch.tensor(new float[] {1, 0, 0, 0}));
  }

  private static Tensor pixel(Tensor image, long row, long column) {
    return image.select(0, 0).select(0, 0).select(0, row).select(0, column);
  }

  @Test void maxPool_withIndices() {
    var result = new MaxPool2d(2).withIndices(IMAGE);
    assertThat(result.output().flatten()).isIdenticalTo(Torch.tensor(new float[] {7, 9, 17, 19}));
    assertThat(result.indices().flatten()).isIdenticalTo(Torch.tensor(new long[] {6, 8, 16, 18}));
    assertThat(new MaxPool1d(5).withIndices(IMAGE.select(0, 0)).indices().flatten())
        .isIdenticalTo(Torch.tensor(new long[] {4, 4, 4, 4, 4}));
    assertThat(new MaxPool3d(5).withIndices(IMAGE.expand(1, 5, 5, 5)).indices().flatten())
        .isIdenticalTo(Torch.tensor(new long[] {24}));
  }

  @Test @Row("S2-002") void dimensions_shareABase() {
    assertThat(MaxPoolNd.class).isAssignableFrom(MaxPool1d.class);
    assertThat(MaxPoolNd.class).isAssignableFrom(MaxPool2d.class);
    assertThat(MaxPoolNd.class).isAssignableFrom(MaxPool3d.class);
    assertThat(AvgPoolNd.class).isAssignableFrom(AvgPool2d.class);
    assertThat(AdaptiveAvgPoolNd.class).isAssignableFrom(AdaptiveAvgPool2d.class);
  }

  @Test void options_ofALivingLayer() {
    var max = new MaxPool2d(3);
    max.options(o -> o.stride(1).padding(1));
    assertThat(max.call(IMAGE)).hasShape(1, 1, 5, 5);
    var mean = new AvgPool2d(3);
    mean.options(o -> o.stride(2));
    assertThat(mean.call(IMAGE)).hasShape(1, 1, 2, 2);
    assertThat(mean.kernelSize()).containsExactly(3);
    assertThat(max.kernelSize()).containsExactly(3);
  }

  @Test void adaptiveMaxPool_saysWhereTheMaximaStand() {
    MaxPoolResult images = new AdaptiveMaxPool2d(2).withIndices(IMAGE);
    assertThat(images.output().flatten()).isIdenticalTo(Torch.tensor(new float[] {13, 15, 23, 25}));
    assertThat(images.indices().flatten()).isIdenticalTo(Torch.tensor(new long[] {12, 14, 22, 24}));
    assertThat(F.adaptiveMaxPool2dWithIndices(IMAGE, 2, 2).indices()).isIdenticalTo(images.indices());
    MaxPoolResult signals = F.adaptiveMaxPool1dWithIndices(IMAGE.select(0, 0), 1);
    assertThat(signals.indices().flatten()).isIdenticalTo(Torch.tensor(new long[] {4, 4, 4, 4, 4}));
    MaxPoolResult volumes = F.adaptiveMaxPool3dWithIndices(IMAGE, 1);
    assertThat(volumes.indices().flatten()).isIdenticalTo(Torch.tensor(new long[] {24}));
  }

  @Test void maxUnpool2d_putsMaximaBack() {
    MaxPoolResult pooled = new MaxPool2d(2).withIndices(IMAGE);
    var unpool = new MaxUnpool2d(2);
    refused(() -> unpool.call(pooled),
        "MaxUnpool2d: Found an invalid max index: 18 (output volumes are of size 4x4)");
    Tensor whole = unpool.toSize(pooled, 5, 5);
    assertThat(whole.flatten().nonzero().flatten()).isIdenticalTo(pooled.indices().flatten());
    assertThat(whole.sum()).isIdenticalTo(pooled.output().sum());
    assertThat(unpool.toSize(pooled, 1, 1, 5, 5)).isIdenticalTo(whole);
    refused(() -> unpool.toSize(pooled, 5, 6), "invalid output_size \"(5, 6)\" (dim 1 must be between 2 and 6)");
    refused(() -> unpool.toSize(pooled, 5),
        "output_size should be a sequence containing 2 or 4 elements, but it has a length of '1'");
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThat(catchThrowable(action)).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
