package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolResult;
import dev.jtorch.nn.pooling.AdaptiveAvgPool1d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool3d;
import dev.jtorch.nn.pooling.AdaptiveMaxPool1d;
import dev.jtorch.nn.pooling.AdaptiveMaxPool2d;
import dev.jtorch.nn.pooling.AdaptiveMaxPool3d;
import dev.jtorch.nn.pooling.AvgPool1d;
import dev.jtorch.nn.pooling.AvgPool2d;
import dev.jtorch.nn.pooling.AvgPool3d;
import dev.jtorch.nn.pooling.LPPool1d;
import dev.jtorch.nn.pooling.LPPool2d;
import dev.jtorch.nn.pooling.LPPool3d;
import dev.jtorch.nn.pooling.MaxPool1d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.pooling.MaxPool3d;
import dev.jtorch.nn.pooling.MaxUnpool1d;
import dev.jtorch.nn.pooling.MaxUnpool2d;
import dev.jtorch.nn.pooling.MaxUnpool3d;
import org.junit.jupiter.api.Test;

/** The examples of poolings; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class PoolingExamplesTest {
  @Test void adaptiveAvgPool1d() {
    // example AdaptiveAvgPool1d
    var pool = new AdaptiveAvgPool1d(5);
    Tensor y = pool.call(Torch.randn(1, 64, 8)); // (1, 64, 5)
    // end
    assertThat(y).hasShape(1, 64, 5);
  }

  @Test void adaptiveAvgPool2d() {
    // example AdaptiveAvgPool2d
    var pool = new AdaptiveAvgPool2d(5, 7);
    Tensor y = pool.call(Torch.randn(1, 64, 8, 9)); // (1, 64, 5, 7)
    // end
    assertThat(y).hasShape(1, 64, 5, 7);
  }

  @Test void adaptiveAvgPool3d() {
    // example AdaptiveAvgPool3d
    var pool = new AdaptiveAvgPool3d(F.KEEP, 9, 5); // the depth stays
    Tensor y = pool.call(Torch.randn(1, 64, 8, 10, 10)); // (1, 64, 8, 9, 5)
    // end
    assertThat(y).hasShape(1, 64, 8, 9, 5);
  }

  @Test void adaptiveMaxPool1d() {
    // example AdaptiveMaxPool1d
    var pool = new AdaptiveMaxPool1d(5);
    Tensor y = pool.call(Torch.randn(1, 64, 8)); // (1, 64, 5)
    // end
    assertThat(y).hasShape(1, 64, 5);
  }

  @Test void adaptiveMaxPool2d() {
    // example AdaptiveMaxPool2d
    var pool = new AdaptiveMaxPool2d(5, 7);
    Tensor y = pool.call(Torch.randn(1, 64, 8, 9)); // (1, 64, 5, 7)
    // end
    assertThat(y).hasShape(1, 64, 5, 7);
  }

  @Test void adaptiveMaxPool3d() {
    // example AdaptiveMaxPool3d
    var pool = new AdaptiveMaxPool3d(F.KEEP, 9, 5); // the depth stays
    Tensor y = pool.call(Torch.randn(1, 64, 8, 10, 10)); // (1, 64, 8, 9, 5)
    // end
    assertThat(y).hasShape(1, 64, 8, 9, 5);
  }

  @Test void avgPool1d() {
    // example AvgPool1d
    var pool = new AvgPool1d(3, 1); // windows of 3, stride 1
    Tensor y = pool.call(Torch.tensor(new float[][] {{1, 2, 3, 4, 5, 6}})); // tensor([[2., 3., 4., 5.]])
    // end
    assertThat(y).isPrintedAs("tensor([[2., 3., 4., 5.]])");
  }

  @Test void maxPool1d() {
    // example MaxPool1d
    var pool = new MaxPool1d(3, 1); // windows of 3, stride 1
    Tensor y = pool.call(Torch.tensor(new float[][] {{1, 2, 3, 4, 5, 6}})); // tensor([[3., 4., 5., 6.]])
    // end
    assertThat(y).isPrintedAs("tensor([[3., 4., 5., 6.]])");
  }

  @Test void lpPool1d() {
    // example LPPool1d
    var pool = new LPPool1d(2, 3); // the 2-norm of windows of 3
    Tensor y = pool.call(Torch.randn(20, 16, 50)); // (20, 16, 16)
    // end
    assertThat(y).hasShape(20, 16, 16);
  }

  @Test void avgPool2d() {
    // example AvgPool2d
    var square = new AvgPool2d(3, 2); // windows of 3 x 3, stride 2
    Tensor y = square.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 15)
    var oblong = new AvgPool2d(new long[] {3, 2}, o -> o.stride(2, 1));
    Tensor z = oblong.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 31)
    // end
    assertThat(y).hasShape(20, 16, 24, 15);
    assertThat(z).hasShape(20, 16, 24, 31);
  }

  @Test void avgPool3d() {
    // example AvgPool3d
    var pool = new AvgPool3d(3, 2); // windows of 3 x 3 x 3, stride 2
    Tensor y = pool.call(Torch.randn(2, 4, 20, 44, 31)); // (2, 4, 9, 21, 15)
    // end
    assertThat(y).hasShape(2, 4, 9, 21, 15);
  }

  @Test void maxPool2d() {
    // example MaxPool2d
    var square = new MaxPool2d(3, 2); // windows of 3 x 3, stride 2
    Tensor y = square.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 15)
    var oblong = new MaxPool2d(new long[] {3, 2}, o -> o.stride(2, 1));
    Tensor z = oblong.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 31)
    // end
    assertThat(y).hasShape(20, 16, 24, 15);
    assertThat(z).hasShape(20, 16, 24, 31);
  }

  @Test void maxPool3d() {
    // example MaxPool3d
    var pool = new MaxPool3d(3, 2); // windows of 3 x 3 x 3, stride 2
    Tensor y = pool.call(Torch.randn(2, 4, 20, 44, 31)); // (2, 4, 9, 21, 15)
    // end
    assertThat(y).hasShape(2, 4, 9, 21, 15);
  }

  @Test void lpPool2d() {
    // example LPPool2d
    var square = new LPPool2d(2, 3, 2); // windows of 3 x 3, stride 2
    Tensor y = square.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 15)
    var oblong = new LPPool2d(2, new long[] {3, 2}, o -> o.stride(2, 1));
    Tensor z = oblong.call(Torch.randn(20, 16, 50, 32)); // (20, 16, 24, 31)
    // end
    assertThat(y).hasShape(20, 16, 24, 15);
    assertThat(z).hasShape(20, 16, 24, 31);
  }

  @Test void lpPool3d() {
    // example LPPool3d
    var pool = new LPPool3d(2, 3, 2); // windows of 3 x 3 x 3, stride 2
    Tensor y = pool.call(Torch.randn(2, 4, 20, 44, 31)); // (2, 4, 9, 21, 15)
    // end
    assertThat(y).hasShape(2, 4, 9, 21, 15);
  }

  @Test void maxUnpool1d() {
    // example MaxUnpool1d
    var pool = new MaxPool1d(2);
    var unpool = new MaxUnpool1d(2);
    MaxPoolResult pooled = pool.withIndices(Torch.tensor(new float[][] {{1, 2, 3, 4, 5, 6}})); // maxima 2, 4, 6
    Tensor y = unpool.call(pooled); // tensor([[0., 2., 0., 4., 0., 6.]])
    // end
    assertThat(y).isPrintedAs("tensor([[0., 2., 0., 4., 0., 6.]])");
  }

  @Test void maxUnpool2d() {
    // example MaxUnpool2d
    var pool = new MaxPool2d(2);
    var unpool = new MaxUnpool2d(2);
    MaxPoolResult pooled = pool.withIndices(Torch.randn(1, 3, 4, 4));
    Tensor y = unpool.call(pooled); // (1, 3, 4, 4)
    // end
    assertThat(y).hasShape(1, 3, 4, 4);
    assertThat(pooled.output()).hasShape(1, 3, 2, 2);
  }

  @Test void maxUnpool3d() {
    // example MaxUnpool3d
    var pool = new MaxPool3d(2);
    var unpool = new MaxUnpool3d(2);
    MaxPoolResult pooled = pool.withIndices(Torch.randn(1, 3, 4, 6, 8));
    Tensor y = unpool.call(pooled); // (1, 3, 4, 6, 8)
    // end
    assertThat(y).hasShape(1, 3, 4, 6, 8);
    assertThat(pooled.output()).hasShape(1, 3, 2, 3, 4);
  }
}
