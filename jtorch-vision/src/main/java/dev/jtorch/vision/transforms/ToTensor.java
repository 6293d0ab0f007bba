package dev.jtorch.vision.transforms;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import java.util.function.UnaryOperator;

/**
 * Makes whole-numbered images float32 from 0 to 1; floating-point images stay.
 *
 * <p>Formula: {@code x / 255} for uint8, {@code x / 65535} for uint16.
 *
 * <p>Differs from torchvision: images are tensors already, of shape {@code (C, H, W)}.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.ToTensor.html">
 *     torchvision.transforms.ToTensor</a>
 */
public final class ToTensor implements UnaryOperator<Tensor> {
  private static final double WHITE = 255;
  private static final double WHITE16 = 65535;

  /**
   * {@return the image in float32}
   *
   * @throws DTypeException if it is of other whole numbers than uint8 and uint16
   */
  @Override public Tensor apply(Tensor image) {
    DType dtype = image.dtype();
    if (dtype.isFloatingPoint()) return image;
    if (dtype != DType.UINT8 && dtype != DType.UINT16) {
      throw new DTypeException(
          "ToTensor: image is " + dtype.torchName() + " (expected: uint8, uint16 or floating point)");
    }
    try (var scope = Scope.open()) {
      return image.to(DType.FLOAT32).div_(dtype == DType.UINT8 ? WHITE : WHITE16).keep();
    }
  }

  /** {@return torchvision's text} */
  @Override public String toString() { return "ToTensor()"; }
}
