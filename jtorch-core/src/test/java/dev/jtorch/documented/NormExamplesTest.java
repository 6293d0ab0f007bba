package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.norm.BatchNorm3d;
import dev.jtorch.nn.norm.GroupNorm;
import dev.jtorch.nn.norm.InstanceNorm1d;
import dev.jtorch.nn.norm.InstanceNorm2d;
import dev.jtorch.nn.norm.InstanceNorm3d;
import dev.jtorch.nn.norm.LayerNorm;
import dev.jtorch.nn.norm.LocalResponseNorm;
import dev.jtorch.nn.norm.RMSNorm;
import org.junit.jupiter.api.Test;

/** The examples of normalisations; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class NormExamplesTest {
  @Test void batchNorm1d() {
    // example BatchNorm1d
    var norm = new BatchNorm1d(100);
    Tensor y = norm.call(Torch.randn(20, 100)); // (20, 100); the running statistics change
    norm.eval(); // from here on they are used
    // end
    assertThat(y).hasShape(20, 100);
    assertThat(norm.training()).isFalse();
  }

  @Test void batchNorm2d() {
    // example BatchNorm2d
    var norm = new BatchNorm2d(100);
    Tensor y = norm.call(Torch.randn(20, 100, 35, 45)); // (20, 100, 35, 45); the running statistics change
    norm.eval(); // from here on they are used
    // end
    assertThat(y).hasShape(20, 100, 35, 45);
    assertThat(norm.training()).isFalse();
  }

  @Test void batchNorm3d() {
    // example BatchNorm3d
    var norm = new BatchNorm3d(10);
    Tensor y = norm.call(Torch.randn(20, 10, 3, 5, 5)); // (20, 10, 3, 5, 5); the running statistics change
    norm.eval(); // from here on they are used
    // end
    assertThat(y).hasShape(20, 10, 3, 5, 5);
    assertThat(norm.training()).isFalse();
  }

  @Test void groupNorm() {
    // example GroupNorm
    var norm = new GroupNorm(3, 6); // 3 groups of 2 channels
    Tensor y = norm.call(Torch.randn(20, 6, 10, 10)); // (20, 6, 10, 10)
    // end
    assertThat(y).hasShape(20, 6, 10, 10);
  }

  @Test void instanceNorm1d() {
    // example InstanceNorm1d
    var norm = new InstanceNorm1d(10); // add o -> o.affine(true) for a learnable scale and shift
    Tensor y = norm.call(Torch.randn(20, 10, 40)); // (20, 10, 40)
    // end
    assertThat(y).hasShape(20, 10, 40);
  }

  @Test void instanceNorm2d() {
    // example InstanceNorm2d
    var norm = new InstanceNorm2d(10); // add o -> o.affine(true) for a learnable scale and shift
    Tensor y = norm.call(Torch.randn(20, 10, 35, 45)); // (20, 10, 35, 45)
    // end
    assertThat(y).hasShape(20, 10, 35, 45);
  }

  @Test void instanceNorm3d() {
    // example InstanceNorm3d
    var norm = new InstanceNorm3d(10); // add o -> o.affine(true) for a learnable scale and shift
    Tensor y = norm.call(Torch.randn(20, 10, 3, 5, 5)); // (20, 10, 3, 5, 5)
    // end
    assertThat(y).hasShape(20, 10, 3, 5, 5);
  }

  @Test void layerNorm() {
    // example LayerNorm
    var ofWords = new LayerNorm(10); // over the last dimension
    Tensor y = ofWords.call(Torch.randn(20, 5, 10)); // (20, 5, 10)
    var ofImages = new LayerNorm(5, 10, 10); // over channels, height and width
    Tensor z = ofImages.call(Torch.randn(20, 5, 10, 10)); // (20, 5, 10, 10)
    // end
    assertThat(y).hasShape(20, 5, 10);
    assertThat(z).hasShape(20, 5, 10, 10);
  }

  @Test void localResponseNorm() {
    // example LocalResponseNorm
    var norm = new LocalResponseNorm(2);
    Tensor y = norm.call(Torch.randn(32, 5, 24, 24)); // (32, 5, 24, 24)
    // end
    assertThat(y).hasShape(32, 5, 24, 24);
  }

  @Test void rmsNorm() {
    // example RMSNorm
    var norm = new RMSNorm(2, 3); // over the last two dimensions
    Tensor y = norm.call(Torch.randn(2, 2, 3)); // (2, 2, 3)
    // end
    assertThat(y).hasShape(2, 2, 3);
  }
}
