package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.init.Init;
import dev.jtorch.summary.Summary;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

/** A summary says how a network is built, not what it has learned. */
class EqualStructureTest {
  @Row("S1-008") @Test void summaries_areEqual_whereWeightsAreNot() {
    MobileNetV2 good = MobileNetV2.mobilenet_v2();
    MobileNetV2 bad = MobileNetV2.mobilenet_v2();
    bad.apply(module -> {
      if (module instanceof Conv2d conv) Init.constant_(conv.weight, 0.5);
    });
    String text = Summary.of(good, 1, 3, 64, 64).toString();
    assertThat(text).contains("InvertedResidual").isEqualTo(Summary.of(bad, 1, 3, 64, 64).toString());
    assertThat(good.toString()).isEqualTo(bad.toString());
    assertThat(GoldenNets.values(good.stateDict().values())).isNotEqualTo(GoldenNets.values(bad.stateDict().values()));
  }
}
