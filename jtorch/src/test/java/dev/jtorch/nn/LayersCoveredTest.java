package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.jtorch.testing.HouseRules;
import dev.jtorch.testing.Row;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nobody adds a layer without a line in the table. */
class LayersCoveredTest {
  @Test @Row("S2-001") void everyPublicLayerAndLoss_isInTheTable() {
    Set<String> tested = LayerCases.all().map(line -> line.make().get().getClass().getName())
        .collect(Collectors.toSet());
    Set<String> missing = HouseRules.mainClasses().stream().filter(LayersCoveredTest::isLayer).map(JavaClass::getName)
        .filter(name -> !tested.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).isEmpty();
  }

  /** What can be built and called; lists and dictionaries of modules cannot. */
  private static boolean isLayer(JavaClass type) {
    return type.getPackageName().startsWith("dev.jtorch.nn.") && type.isAssignableTo(Model.class)
        && type.getModifiers().contains(JavaModifier.PUBLIC) && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }
}
