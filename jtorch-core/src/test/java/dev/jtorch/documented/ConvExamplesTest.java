package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.conv.Conv1d;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.conv.Conv3d;
import dev.jtorch.nn.conv.ConvTranspose1d;
import dev.jtorch.nn.conv.ConvTranspose2d;
import dev.jtorch.nn.conv.ConvTranspose3d;
import org.junit.jupiter.api.Test;

/** The examples of convolutions; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class ConvExamplesTest {
  @Test void conv1d() {
    // example Conv1d
    var conv = new Conv1d(16, 33, 3, 2); // kernel of 3, stride 2
    Tensor y = conv.call(Torch.randn(20, 16, 50)); // (20, 33, 24)
    // end
    assertThat(y).hasShape(20, 33, 24);
  }

  @Test void conv2d() {
    // example Conv2d
    var square = new Conv2d(16, 33, 3, 2); // kernel of 3 x 3, stride 2
    Tensor y = square.call(Torch.randn(20, 16, 50, 100)); // (20, 33, 24, 49)
    var oblong = new Conv2d(16, 33, new long[] {3, 5}, o -> o.stride(2, 1).padding(4, 2).bias(false));
    Tensor z = oblong.call(Torch.randn(20, 16, 50, 100)); // (20, 33, 28, 100)
    // end
    assertThat(y).hasShape(20, 33, 24, 49);
    assertThat(z).hasShape(20, 33, 28, 100);
  }

  @Test void conv3d() {
    // example Conv3d
    var conv = new Conv3d(4, 8, 3, 2, 1); // kernel of 3 x 3 x 3, stride 2, padding 1
    Tensor y = conv.call(Torch.randn(2, 4, 10, 20, 20)); // (2, 8, 5, 10, 10)
    // end
    assertThat(y).hasShape(2, 8, 5, 10, 10);
  }

  @Test void convTranspose1d() {
    // example ConvTranspose1d
    var up = new ConvTranspose1d(16, 8, 4, 2, 1); // kernel of 4, stride 2, padding 1
    Tensor y = up.call(Torch.randn(20, 16, 50)); // (20, 8, 100)
    // end
    assertThat(y).hasShape(20, 8, 100);
  }

  @Test void convTranspose2d() {
    // example ConvTranspose2d
    var down = new Conv2d(16, 16, 3, 2, 1);
    var up = new ConvTranspose2d(16, 16, 3, 2, 1);
    Tensor h = down.call(Torch.randn(1, 16, 12, 12)); // (1, 16, 6, 6)
    Tensor y = up.toSize(h, 12, 12); // (1, 16, 12, 12)
    // end
    assertThat(h).hasShape(1, 16, 6, 6);
    assertThat(y).hasShape(1, 16, 12, 12);
  }

  @Test void convTranspose3d() {
    // example ConvTranspose3d
    var up = new ConvTranspose3d(8, 4, 2, 2); // doubles depth, height and width
    Tensor y = up.call(Torch.randn(2, 8, 5, 10, 10)); // (2, 4, 10, 20, 20)
    // end
    assertThat(y).hasShape(2, 4, 10, 20, 20);
  }
}
