package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import dev.jtorch.testing.LayerClasses;
import dev.jtorch.testing.Row;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody adds a layer without a line in the table, or a function that no test calls. */
class LayersCoveredTest {
  @Test @Row("S2-001") void everyPublicLayerAndLoss_isInTheTable() {
    Set<String> tested = LayerCases.all().map(line -> line.make().get().getClass().getName())
        .collect(Collectors.toSet());
    Set<String> missing = LayerClasses.all().map(JavaClass::getName)
        .filter(name -> !tested.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).isEmpty();
  }

  @Test void everyFunction_isCalledByATest() {
    JavaClasses all = new ClassFileImporter().importPackages("dev.jtorch.nn");
    Set<String> called = all.stream().filter(type -> type.getName().matches(".*(Test|Cases)"))
        .flatMap(LayersCoveredTest::uses).collect(Collectors.toSet());
    for (Class<?> functions : List.of(F.class, Init.class)) {
      assertThat(Stream.of(functions.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers()))
          .map(m -> functions.getPackageName() + "." + m.getName()).filter(name -> !called.contains(name))).isEmpty();
    }
  }

  /** By package, because a function may be called through the class it is inherited from. */
  private static Stream<String> uses(JavaClass type) {
    return Stream.concat(type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
        .map(use -> use.getTargetOwner().getPackageName() + "." + use.getTarget().getName());
  }
}
