package dev.jtorch.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;

/** The rules that every library module keeps; each module's {@code ArchitectureTest} applies them to its own classes. */
public final class HouseRules {
  static {
    // A rule about a package that is still empty holds; and what JTorch needs need not be read to judge JTorch.
    ArchConfiguration.get().setProperty("archRule.failOnEmptyShould", "false");
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  /** One room touches the native presets, so that lifetimes and errors are handled in one place. */
  public static final ArchRule ONLY_INTERNAL_TOUCHES_THE_PRESETS = noClasses().that()
      .resideOutsideOfPackages("dev.jtorch.internal..", "dev.jtorch.interop..")
      .should().dependOnClassesThat().resideInAPackage("org.bytedeco..")
      .because("only dev.jtorch.internal and dev.jtorch.interop may see the native presets");

  /** A library has no business with its user's terminal. */
  public static final ArchRule NO_STANDARD_STREAMS = noClasses().should(ACCESS_STANDARD_STREAMS)
      .because("libraries log through System.Logger");

  /** All errors are named; a {@code Throwable} that only remembers a stack may be. */
  public static final ArchRule NO_GENERIC_EXCEPTIONS = noClasses().should()
      .callConstructorWhere(DescribedPredicate.describe("it makes a generic exception", HouseRules::isGenericException))
      .because("every error has a name of its own that a user can catch");

  /** Where the stack has no room to encode a text in Java, the presets call LibTorch without it, which crashes. */
  public static final ArchRule NO_STRINGS_FOR_NATIVE_CALLS = noClasses().should()
      .callCodeUnitWhere(DescribedPredicate.describe("it passes a Java text to LibTorch", HouseRules::passesString))
      .because("the presets encode a Java text by calling back into Java; Optionals.text does it before the call");

  private HouseRules() {}

  /** The main classes of the module under test and of those it was built with, without tests and other people's jars. */
  public static JavaClasses mainClasses() {
    ImportOption noTests = location -> !location.contains("/test-classes/");
    return new ClassFileImporter().withImportOption(noTests)
        .withImportOption(new ImportOption.DoNotIncludeJars())
        .importPackages("dev.jtorch");
  }

  /** Applies all rules of this class and reports all violations at once. */
  public static void check(JavaClasses classes) {
    CompositeArchRule.of(List.of(ONLY_INTERNAL_TOUCHES_THE_PRESETS, NO_STANDARD_STREAMS, NO_GENERIC_EXCEPTIONS,
        NO_STRINGS_FOR_NATIVE_CALLS)).check(classes);
  }

  private static boolean passesString(JavaCall<?> call) {
    return call.getTargetOwner().getPackageName().startsWith("org.bytedeco.pytorch")
        && call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(String.class));
  }

  private static boolean isGenericException(JavaConstructorCall call) {
    String made = call.getTargetOwner().getFullName();
    boolean bySubclass = call.getOriginOwner().isAssignableTo(made);
    return !bySubclass
        && List.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error").contains(made);
  }
}
