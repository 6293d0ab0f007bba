package dev.jtorch.vision.transforms;

import static dev.jtorch.testing.Eventually.collect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.Index;
import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import org.junit.jupiter.api.Test;

/** torchvision's preset, and the steps that {@link ResizeTest} does not show. */
class ImageClassificationTest {
  /** One level of grey, divided by the smallest deviation. */
  private static final Tolerance ONE_LEVEL = Tolerance.levels(1).scaled(1.001 / 255 / 0.224);

  private final Golden golden = Golden.load("images/presets");
  private final Tensor image = golden.tensor("image");
  private final ImageClassification usual = new ImageClassification(224);
  private final ImageClassification small = new ImageClassification(24,
      o -> o.resizeSize(28).interpolation(InterpolationMode.BICUBIC));

  @Test void bytes_arePillowsAndTorchvisions() {
    for (String source : new String[] {"pillow", "tensor"}) {
      TensorAssert.assertThat(small.apply(image)).isCloseTo(golden.tensor("small." + source), ONE_LEVEL);
      TensorAssert.assertThat(sixteenths(usual.apply(image))).isCloseTo(golden.tensor("usual." + source), ONE_LEVEL);
    }
  }

  @Test void floats_areTorchvisions() {
    Tensor floats = new ToTensor().apply(image);
    TensorAssert.assertThat(small.apply(floats)).isCloseTo(golden.tensor("small.float"), Tolerance.REORDERED);
    TensorAssert.assertThat(sixteenths(usual.apply(floats))).isCloseTo(golden.tensor("usual.float"),
        Tolerance.REORDERED);
  }

  private static Tensor sixteenths(Tensor image) {
    return image.get(Index.ALL, Index.slice(0, 224, 16), Index.slice(0, 224, 16)).contiguous();
  }

  @Test void text_isTorchvisions() {
    assertThat(usual).hasToString("""
        ImageClassification(
            crop_size=[224]
            resize_size=[256]
            mean=[0.485, 0.456, 0.406]
            std=[0.229, 0.224, 0.225]
            interpolation=InterpolationMode.BILINEAR
        )""");
  }

  @Test void nothingIsLeftBehind() {
    try (var scope = Scope.open()) {
      usual.apply(image);
      long before = collect();
      for (int i = 0; i < 3; i++) usual.apply(image).close();
      assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(before);
    }
  }

  @Test void centerCrop_isTorchvisions() {
    Golden crops = Golden.load("images/transforms");
    Tensor picture = crops.tensor("image");
    TensorAssert.assertThat(new CenterCrop(20, 21).apply(picture)).isIdenticalTo(crops.tensor("crop 20, 21"));
    TensorAssert.assertThat(new CenterCrop(44).apply(picture.narrow(0, 0, 1))).isIdenticalTo(crops.tensor("crop 44"));
    assertThatThrownBy(() -> new CenterCrop(0, 3)).isInstanceOf(ShapeException.class)
        .hasMessage("CenterCrop: size is (0, 3) (expected: >= 1)");
  }

  @Test void toTensor_isFromZeroToOne() {
    Tensor bytes = Torch.tensor(new int[] {0, 51, 255}).to(DType.UINT8);
    assertThat(new ToTensor().apply(bytes).toFloatArray()).containsExactly(0, 0.2f, 1);
    Tensor wide = Torch.tensor(new int[] {0, 13107, 65535}).to(DType.UINT16);
    assertThat(new ToTensor().apply(wide).toFloatArray()).containsExactly(0, 0.2f, 1);
    Tensor floats = Torch.ones(2);
    assertThat(new ToTensor().apply(floats)).isSameAs(floats);
    assertThatThrownBy(() -> new ToTensor().apply(Torch.tensor(1L))).isInstanceOf(DTypeException.class)
        .hasMessage("ToTensor: image is int64 (expected: uint8, uint16 or floating point)");
  }

  @Test void normalize_shiftsAndScalesEachChannel() {
    var normalize = new Normalize(new double[] {1, 2}, new double[] {0.5, 4});
    assertThat(normalize.apply(Torch.ones(2, 1, 1)).flatten().toFloatArray()).containsExactly(0, -0.25f);
    assertThatThrownBy(() -> normalize.apply(Torch.ones(3, 1, 1))).isInstanceOf(ShapeException.class)
        .hasMessage("Normalize: image has shape (3, 1, 1) (expected: (.., 2, H, W))");
    assertThatThrownBy(() -> normalize.apply(image)).isInstanceOf(DTypeException.class)
        .hasMessage("Normalize: image is uint8 (expected: floating point); ToTensor makes it so");
    assertThatThrownBy(() -> new Normalize(new double[] {1}, new double[] {0})).isInstanceOf(TorchException.class)
        .hasMessage("Normalize: std is [0.0] (expected: no zero)");
    assertThatThrownBy(() -> new Normalize(new double[] {1}, new double[2])).isInstanceOf(ShapeException.class)
        .hasMessage("Normalize: mean has 1 numbers, std 2 (expected: one of each for each channel)");
  }
}
