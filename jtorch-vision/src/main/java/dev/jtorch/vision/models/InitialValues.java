package dev.jtorch.vision.models;

import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.init.FanMode;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.norm.GroupNorm;
import org.jspecify.annotations.Nullable;

/** Initial values that several families share; each method takes one module of a network and skips those it does not concern. */
final class InitialValues {
  private InitialValues() {}

  /** Convolutions Kaiming normal with fan-out and bias 0; normalisations with weight 1 and bias 0. */
  static void fanOut(Module module) {
    if (module instanceof Conv2d conv) {
      Init.kaimingNormal_(conv.weight, o -> o.mode(FanMode.FAN_OUT));
      if (conv.bias != null) Init.zeros_(conv.bias);
    }
    plainNorm(module);
  }

  /** As {@link #fanOut}, and linear layers normal with standard deviation 0.01. */
  static void fanOutAndSmallLinear(Module module) {
    fanOut(module);
    if (module instanceof Linear linear) {
      Init.normal_(linear.weight, 0, 0.01);
      if (linear.bias != null) Init.zeros_(linear.bias);
    }
  }

  /** Normalisations with weight 1 and bias 0. */
  static void plainNorm(Module module) {
    if (module instanceof BatchNorm2d norm) plain(norm.weight, norm.bias);
    else if (module instanceof GroupNorm norm) plain(norm.weight, norm.bias);
  }

  private static void plain(@Nullable Parameter weight, @Nullable Parameter bias) {
    if (weight != null) Init.ones_(weight);
    if (bias != null) Init.zeros_(bias);
  }
}
