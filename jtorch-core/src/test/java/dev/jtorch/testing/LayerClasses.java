package dev.jtorch.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.jtorch.nn.Model;
import java.util.Set;
import java.util.stream.Stream;

/** The public layers and losses that can be built and called; lists and dictionaries of modules cannot. */
public final class LayerClasses {
  private LayerClasses() {}

  public static Stream<JavaClass> all() {
    return HouseRules.mainClasses().stream().filter(LayerClasses::isLayer);
  }

  private static boolean isLayer(JavaClass type) {
    Set<JavaModifier> modifiers = type.getModifiers();
    return type.getPackageName().startsWith("dev.jtorch.nn.") && type.isAssignableTo(Model.class)
        && modifiers.contains(JavaModifier.PUBLIC) && !modifiers.contains(JavaModifier.ABSTRACT);
  }
}
