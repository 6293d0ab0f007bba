package dev.jtorch.vision.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResizeTest {
  private static final Tolerance ONE = Tolerance.levels(1);

  private final Golden golden = Golden.load("images/transforms");
  private final Tensor image = golden.tensor("image");

  @ParameterizedTest
  @EnumSource(names = {"BILINEAR", "BICUBIC"}) void pixels_arePillowsToOneLevel(InterpolationMode mode) {
    same(new Resize(14, o -> o.interpolation(mode)), mode + " 14.pillow");
    same(new Resize(34, o -> o.interpolation(mode)), mode + " 34.pillow");
    same(new Resize(9, 25, o -> o.interpolation(mode)), mode + " [9, 25].pillow");
  }

  @ParameterizedTest
  @EnumSource(names = {"BILINEAR", "BICUBIC", "NEAREST_EXACT"}) void pixels_areTorchvisionsToOneLevel(
      InterpolationMode mode) {
    same(new Resize(14, o -> o.interpolation(mode)), mode + " 14.tensor");
    same(new Resize(34, o -> o.interpolation(mode)), mode + " 34.tensor");
    same(new Resize(9, 25, o -> o.interpolation(mode)), mode + " [9, 25].tensor");
  }

  @Test void withoutAntialias_theNearestFourCount() {
    Tensor first = image.narrow(0, 0, 1).to(DType.FLOAT32).div(255);
    TensorAssert.assertThat(new Resize(14, o -> o.antialias(false)).apply(first)).isCloseTo(golden.tensor("plain 14"));
    TensorAssert.assertThat(new Resize(9, 25, o -> o.antialias(false)).apply(first))
        .isCloseTo(golden.tensor("plain [9, 25]"));
  }

  @Test void otherTypes_areKept() {
    Tensor wide = image.narrow(0, 0, 1).to(DType.INT32).mul(257);
    TensorAssert.assertThat(new Resize(14).apply(wide)).isCloseTo(golden.tensor("grey16"), ONE);
    Tensor wider = new Resize(14).apply(wide.to(DType.UINT16));
    assertThat(wider.dtype()).isEqualTo(DType.UINT16);
    TensorAssert.assertThat(wider.to(DType.INT32)).isCloseTo(golden.tensor("grey16"), ONE);
    assertThat(new Resize(14).apply(image.to(DType.FLOAT16)).dtype()).isEqualTo(DType.FLOAT16);
  }

  @Test void batches_andBareRowsAndColumns() {
    Tensor one = new Resize(9, 25).apply(image);
    Tensor two = new Resize(9, 25).apply(Torch.stack(java.util.List.of(image, image)));
    assertThat(two.shape()).containsExactly(2L, 3L, 9L, 25L);
    TensorAssert.assertThat(two.get(1)).isCloseTo(one, ONE);
    TensorAssert.assertThat(new Resize(9, 25).apply(image.get(0))).isCloseTo(one.get(0), ONE);
    assertThat(new Resize(31).apply(image)).isSameAs(image);
  }

  @Test void legalSizes_only() {
    refused(() -> new Resize(0), "Resize: size is 0 (expected: >= 1)");
    refused(() -> new Resize(3, -1), "Resize: size is -1 (expected: >= 1)");
    refused(() -> new Resize(3).apply(Torch.zeros(3)),
        "Resize: image has shape (3,) (expected: (.., H, W), not empty)");
  }

  private void same(Resize resize, String expected) {
    TensorAssert.assertThat(resize.apply(image)).isCloseTo(golden.tensor(expected), ONE);
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
