package dev.jtorch.nn.functional;

import java.util.Locale;

/** How {@code interpolate} finds a value between the input's elements. */
public enum InterpolateMode {
  /** The nearest element, as OpenCV finds it; for signals, images and volumes. */
  NEAREST(3, 5),
  /** On the line through two elements; for signals. */
  LINEAR(3, 3),
  /** {@link #LINEAR} in both dimensions of an image. */
  BILINEAR(4, 4),
  /** On cubic curves through four elements, in both dimensions of an image; can overshoot. */
  BICUBIC(4, 4),
  /** {@link #LINEAR} in the three dimensions of a volume. */
  TRILINEAR(5, 5),
  /** The mean of the elements it covers; for signals, images and volumes. */
  AREA(3, 5),
  /** The nearest element, as PIL and Scikit-Image find it; for signals, images and volumes. */
  NEAREST_EXACT(3, 5);

  private final int fewestDims;
  private final int mostDims;

  InterpolateMode(int fewestDims, int mostDims) {
    this.fewestDims = fewestDims;
    this.mostDims = mostDims;
  }

  /** {@return PyTorch's word for it} */
  public String torchName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it takes inputs of so many dimensions, those of batch and channels included. */
  boolean takes(int dims) {
    return dims >= fewestDims && dims <= mostDims;
  }

  /** The number of dimensions of its inputs, where there is only one and PyTorch says it; 0 elsewhere. */
  int onlyDims() {
    return fewestDims == mostDims && this != BICUBIC ? fewestDims : 0;
  }

  /** Whether it draws lines or curves, whose ends can be put at the corners' centres. */
  boolean aligns() {
    return fewestDims == mostDims;
  }
}
