package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateMode;

/** How DeepLab makes maps larger: by lines between the centres of pixels, where the corners keep their values. */
final class Bilinear {
  private Bilinear() {}

  /** {@return the map in the height and width of another one} */
  static Tensor resize(Tensor map, Tensor like) {
    return F.interpolate(map,
        o -> o.size(like.size(2), like.size(3)).mode(InterpolateMode.BILINEAR).alignCorners(true));
  }
}
