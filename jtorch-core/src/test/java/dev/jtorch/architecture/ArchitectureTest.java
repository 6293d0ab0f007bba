package dev.jtorch.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.jtorch.testing.HouseRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the rooms of this module, as the design draws them. */
class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.mainClasses();

  @Test void houseRules_hold() { HouseRules.check(CLASSES); }

  /** The chain {@code internal <- dev.jtorch <- autograd <- nn <- summary}, and the side rooms that know no layers. */
  @ParameterizedTest(name = "{0} does not need {1}")
  @CsvSource({"internal.., .", "internal.., autograd..", "internal.., nn..", "internal.., optim..",
    "internal.., data..",
    "internal.., io..", "internal.., summary..", "internal.., interop..", //
    "., autograd..", "., nn..", "., optim..", "., data..", "., io..", "., summary..", "., interop..",
    "autograd.., nn..", "autograd.., optim..", "autograd.., data..", "autograd.., io..", "autograd.., summary..",
    "nn.., optim..", "nn.., data..", "nn.., summary..", //
    "optim.., nn..", "optim.., data..", "optim.., summary..", //
    "data.., nn..", "data.., optim..", "data.., summary..", //
    "io.., nn..", "io.., optim..", "io.., data..", "io.., summary.."}) void room_doesNotNeed(String room,
        String other) {
    // Torch.save and Torch.load stand where PyTorch's users look for them, above the room they lead to
    noClasses().that().resideInAPackage(packages(room)).and().doNotHaveSimpleName("Torch").should()
        .dependOnClassesThat()
        .resideInAPackage(packages(other)).check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.jtorch.(*)..", "dev.jtorch.nn.(*)..", "dev.jtorch.optim.(*).."}) void rooms_haveNoCycles(
      String pattern) {
    slices().matching(pattern).should().beFreeOfCycles().check(CLASSES);
  }

  /** Guards of LibTorch would set and restore the modes of whichever carrier a virtual thread happens to be on. */
  @Test void modesOfLibTorch_haveOneDoor() {
    noClasses().that().haveNameNotMatching("dev\\.jtorch\\.internal\\.(NativeAutograd|VirtualModes)(\\$.*)?").should()
        .dependOnClassesThat().haveNameMatching(
            "org\\.bytedeco\\.pytorch\\.(GradMode|AutoGradMode|NoGradGuard|InferenceMode|AutogradState|ThreadLocalState.*)")
        .check(CLASSES);
  }

  private static String packages(String room) { return room.equals(".") ? "dev.jtorch" : "dev.jtorch." + room; }
}
