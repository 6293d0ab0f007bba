package dev.jtorch.vision.transforms;

import dev.jtorch.DTypeException;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Shifts and scales each channel: {@code (x - mean[c]) / std[c]}.
 *
 * <p>Shape: input {@code (.., C, H, W)}, floating point; output the same.
 *
 * <p>Differs from torchvision: never in place.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Normalize.html">
 *     torchvision.transforms.v2.Normalize</a>
 */
public final class Normalize implements UnaryOperator<Tensor> {
  private final double[] mean;
  private final double[] std;

  /**
   * Takes the means and standard deviations of the channels, or one of each for all of them.
   *
   * @throws ShapeException if their numbers differ
   * @throws TorchException if a deviation is zero
   */
  public Normalize(double[] mean, double[] std) {
    if (mean.length != std.length || mean.length == 0) {
      throw new ShapeException("Normalize: mean has " + mean.length + " numbers, std " + std.length
          + " (expected: one of each for each channel)");
    }
    if (Arrays.stream(std).anyMatch(deviation -> deviation == 0)) {
      throw new TorchException("Normalize: std is " + Arrays.toString(std) + " (expected: no zero)");
    }
    this.mean = mean.clone();
    this.std = std.clone();
  }

  /**
   * {@return the normalised image}
   *
   * @throws DTypeException if the image is of whole numbers
   * @throws ShapeException if it has another number of channels
   */
  @Override public Tensor apply(Tensor image) {
    if (!image.dtype().isFloatingPoint()) {
      throw new DTypeException("Normalize: image is " + image.dtype().torchName()
          + " (expected: floating point); ToTensor makes it so");
    }
    if (image.dim() < 3 || (mean.length != 1 && image.size(-3) != mean.length)) {
      throw new ShapeException("Normalize: image has shape " + image.shape().inMessage() + " (expected: (.., "
          + mean.length + ", H, W))");
    }
    try (var scope = Scope.open()) {
      return image.sub(channels(mean, image)).div_(channels(std, image)).keep();
    }
  }

  private static Tensor channels(double[] values, Tensor image) {
    return Torch.tensor(values).to(image.dtype()).to(image.device()).view(-1, 1, 1);
  }

  /** {@return torchvision's text} */
  @Override public String toString() {
    return "Normalize(mean=" + Arrays.toString(mean) + ", std=" + Arrays.toString(std) + ")";
  }
}
