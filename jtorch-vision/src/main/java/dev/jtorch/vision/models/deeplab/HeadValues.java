package dev.jtorch.vision.models.deeplab;

import dev.jtorch.nn.Module;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.norm.BatchNorm;

/**
 * The initial values of what is trained from the beginning. They are drawn for one head after another and never for a whole network,
 * whose backbone may have been trained.
 */
final class HeadValues {
  private HeadValues() {}

  /** Convolutions after He, from fans in; scales 1 and shifts 0; biases of convolutions stay. */
  static void draw(Module head) {
    head.modules().forEach(HeadValues::drawOne);
  }

  private static void drawOne(Module module) {
    if (module instanceof Conv2d conv) Init.kaimingNormal_(conv.weight);
    plainNorm(module);
  }

  /** A normalisation that changes nothing after it. */
  static void plainNorm(Module module) {
    if (module instanceof BatchNorm<?> norm) norm.resetParameters();
  }
}
