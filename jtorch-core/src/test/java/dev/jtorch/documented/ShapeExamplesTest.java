package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.shape.Flatten;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.nn.shape.Unflatten;
import dev.jtorch.nn.sparse.Embedding;
import dev.jtorch.nn.upsampling.ChannelShuffle;
import dev.jtorch.nn.upsampling.PixelShuffle;
import dev.jtorch.nn.upsampling.PixelUnshuffle;
import dev.jtorch.nn.upsampling.Upsample;
import dev.jtorch.nn.upsampling.UpsamplingBilinear2d;
import dev.jtorch.nn.upsampling.UpsamplingNearest2d;
import org.junit.jupiter.api.Test;

/** The examples of layers that change shapes, look up vectors or resize; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class ShapeExamplesTest {
  @Test void flatten() {
    // example Flatten
    var flatten = new Flatten();
    Tensor y = flatten.call(Torch.randn(32, 1, 5, 5)); // (32, 25)
    // end
    assertThat(y).hasShape(32, 25);
  }

  @Test void identity() {
    // example Identity
    var net = new Sequential(new Linear(8, 4), new ReLU());
    net.set(1, new Identity()); // no activation any more
    Tensor y = net.call(Torch.randn(2, 8)); // (2, 4)
    // end
    assertThat(y).hasShape(2, 4);
  }

  @Test void unflatten() {
    // example Unflatten
    var unflatten = new Unflatten(1, 2, 5, 5);
    Tensor y = unflatten.call(Torch.randn(2, 50)); // (2, 2, 5, 5)
    // end
    assertThat(y).hasShape(2, 2, 5, 5);
  }

  @Test void embedding() {
    // example Embedding
    var embedding = new Embedding(10, 3); // 10 vectors of 3 elements
    Tensor words = Torch.tensor(new long[][] {{1, 2, 4, 5}, {4, 3, 2, 9}});
    Tensor y = embedding.call(words); // (2, 4, 3)
    // end
    assertThat(y).hasShape(2, 4, 3);
  }

  @Test void channelShuffle() {
    // example ChannelShuffle
    var shuffle = new ChannelShuffle(2);
    Tensor y = shuffle.call(Torch.arange(4.0).reshape(1, 4, 1)).flatten(); // tensor([0., 2., 1., 3.])
    // end
    assertThat(y).isPrintedAs("tensor([0., 2., 1., 3.])");
  }

  @Test void pixelShuffle() {
    // example PixelShuffle
    var shuffle = new PixelShuffle(3);
    Tensor y = shuffle.call(Torch.randn(1, 9, 4, 4)); // (1, 1, 12, 12)
    // end
    assertThat(y).hasShape(1, 1, 12, 12);
  }

  @Test void pixelUnshuffle() {
    // example PixelUnshuffle
    var unshuffle = new PixelUnshuffle(3);
    Tensor y = unshuffle.call(Torch.randn(1, 1, 12, 12)); // (1, 9, 4, 4)
    // end
    assertThat(y).hasShape(1, 9, 4, 4);
  }

  @Test void upsample() {
    // example Upsample
    var up = new Upsample(o -> o.scaleFactor(2).mode(InterpolateMode.BILINEAR));
    Tensor y = up.call(Torch.randn(1, 3, 10, 10)); // (1, 3, 20, 20)
    // end
    assertThat(y).hasShape(1, 3, 20, 20);
  }

  @Test void upsamplingBilinear2d() {
    // example UpsamplingBilinear2d
    var up = UpsamplingBilinear2d.scaleFactor(2);
    Tensor y = up.call(Torch.randn(1, 3, 10, 10)); // (1, 3, 20, 20)
    // end
    assertThat(y).hasShape(1, 3, 20, 20);
  }

  @Test void upsamplingNearest2d() {
    // example UpsamplingNearest2d
    var up = UpsamplingNearest2d.size(30, 40);
    Tensor y = up.call(Torch.randn(1, 3, 10, 10)); // (1, 3, 30, 40)
    // end
    assertThat(y).hasShape(1, 3, 30, 40);
  }
}
