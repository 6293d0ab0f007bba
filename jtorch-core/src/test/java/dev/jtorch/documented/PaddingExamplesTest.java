package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.padding.CircularPad1d;
import dev.jtorch.nn.padding.CircularPad2d;
import dev.jtorch.nn.padding.CircularPad3d;
import dev.jtorch.nn.padding.ConstantPad1d;
import dev.jtorch.nn.padding.ConstantPad2d;
import dev.jtorch.nn.padding.ConstantPad3d;
import dev.jtorch.nn.padding.ReflectionPad1d;
import dev.jtorch.nn.padding.ReflectionPad2d;
import dev.jtorch.nn.padding.ReflectionPad3d;
import dev.jtorch.nn.padding.ReplicationPad1d;
import dev.jtorch.nn.padding.ReplicationPad2d;
import dev.jtorch.nn.padding.ReplicationPad3d;
import dev.jtorch.nn.padding.ZeroPad1d;
import dev.jtorch.nn.padding.ZeroPad2d;
import dev.jtorch.nn.padding.ZeroPad3d;
import org.junit.jupiter.api.Test;

/** The examples of paddings; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class PaddingExamplesTest {
  @Test void circularPad1d() {
    // example CircularPad1d
    var pad = new CircularPad1d(2); // 2 at both ends
    Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[2., 3., 0., 1., 2., 3., 0., 1.]])
    // end
    assertThat(y).isPrintedAs("tensor([[2., 3., 0., 1., 2., 3., 0., 1.]])");
  }

  @Test void circularPad2d() {
    // example CircularPad2d
    var pad = new CircularPad2d(1, 1, 2, 0); // left, right, top, bottom
    Tensor y = pad.call(Torch.randn(16, 3, 20, 30)); // (16, 3, 22, 32)
    // end
    assertThat(y).hasShape(16, 3, 22, 32);
  }

  @Test void circularPad3d() {
    // example CircularPad3d
    var pad = new CircularPad3d(3, 3, 6, 6, 0, 1); // left, right, top, bottom, front, back
    Tensor y = pad.call(Torch.randn(2, 3, 8, 10, 15)); // (2, 3, 9, 22, 21)
    // end
    assertThat(y).hasShape(2, 3, 9, 22, 21);
  }

  @Test void constantPad1d() {
    // example ConstantPad1d
    var pad = new ConstantPad1d(9, 2); // a value, and 2 of it at both ends
    Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[9., 9., 0., 1., 2., 3., 9., 9.]])
    // end
    assertThat(y).isPrintedAs("tensor([[9., 9., 0., 1., 2., 3., 9., 9.]])");
  }

  @Test void constantPad2d() {
    // example ConstantPad2d
    var pad = new ConstantPad2d(9, 1, 1, 2, 0); // left, right, top, bottom
    Tensor y = pad.call(Torch.randn(16, 3, 20, 30)); // (16, 3, 22, 32)
    // end
    assertThat(y).hasShape(16, 3, 22, 32);
  }

  @Test void constantPad3d() {
    // example ConstantPad3d
    var pad = new ConstantPad3d(9, 3, 3, 6, 6, 0, 1); // left, right, top, bottom, front, back
    Tensor y = pad.call(Torch.randn(2, 3, 8, 10, 15)); // (2, 3, 9, 22, 21)
    // end
    assertThat(y).hasShape(2, 3, 9, 22, 21);
  }

  @Test void reflectionPad1d() {
    // example ReflectionPad1d
    var pad = new ReflectionPad1d(2); // 2 at both ends
    Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[2., 1., 0., 1., 2., 3., 2., 1.]])
    // end
    assertThat(y).isPrintedAs("tensor([[2., 1., 0., 1., 2., 3., 2., 1.]])");
  }

  @Test void reflectionPad2d() {
    // example ReflectionPad2d
    var pad = new ReflectionPad2d(1, 1, 2, 0); // left, right, top, bottom
    Tensor y = pad.call(Torch.randn(16, 3, 20, 30)); // (16, 3, 22, 32)
    // end
    assertThat(y).hasShape(16, 3, 22, 32);
  }

  @Test void reflectionPad3d() {
    // example ReflectionPad3d
    var pad = new ReflectionPad3d(3, 3, 6, 6, 0, 1); // left, right, top, bottom, front, back
    Tensor y = pad.call(Torch.randn(2, 3, 8, 10, 15)); // (2, 3, 9, 22, 21)
    // end
    assertThat(y).hasShape(2, 3, 9, 22, 21);
  }

  @Test void replicationPad1d() {
    // example ReplicationPad1d
    var pad = new ReplicationPad1d(2); // 2 at both ends
    Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[0., 0., 0., 1., 2., 3., 3., 3.]])
    // end
    assertThat(y).isPrintedAs("tensor([[0., 0., 0., 1., 2., 3., 3., 3.]])");
  }

  @Test void replicationPad2d() {
    // example ReplicationPad2d
    var pad = new ReplicationPad2d(1, 1, 2, 0); // left, right, top, bottom
    Tensor y = pad.call(Torch.randn(16, 3, 20, 30)); // (16, 3, 22, 32)
    // end
    assertThat(y).hasShape(16, 3, 22, 32);
  }

  @Test void replicationPad3d() {
    // example ReplicationPad3d
    var pad = new ReplicationPad3d(3, 3, 6, 6, 0, 1); // left, right, top, bottom, front, back
    Tensor y = pad.call(Torch.randn(2, 3, 8, 10, 15)); // (2, 3, 9, 22, 21)
    // end
    assertThat(y).hasShape(2, 3, 9, 22, 21);
  }

  @Test void zeroPad1d() {
    // example ZeroPad1d
    var pad = new ZeroPad1d(2, 1); // 2 on the left, 1 on the right
    Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[0., 0., 0., 1., 2., 3., 0.]])
    // end
    assertThat(y).isPrintedAs("tensor([[0., 0., 0., 1., 2., 3., 0.]])");
  }

  @Test void zeroPad2d() {
    // example ZeroPad2d
    var pad = new ZeroPad2d(1, 1, 2, 0); // left, right, top, bottom
    Tensor y = pad.call(Torch.randn(16, 3, 20, 30)); // (16, 3, 22, 32)
    // end
    assertThat(y).hasShape(16, 3, 22, 32);
  }

  @Test void zeroPad3d() {
    // example ZeroPad3d
    var pad = new ZeroPad3d(3, 3, 6, 6, 0, 1); // left, right, top, bottom, front, back
    Tensor y = pad.call(Torch.randn(2, 3, 8, 10, 15)); // (2, 3, 9, 22, 21)
    // end
    assertThat(y).hasShape(2, 3, 9, 22, 21);
  }
}
