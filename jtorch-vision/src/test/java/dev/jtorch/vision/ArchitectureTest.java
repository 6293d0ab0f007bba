package dev.jtorch.vision;

import dev.jtorch.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test void houseRules_hold() { HouseRules.check(HouseRules.mainClasses()); }
}
