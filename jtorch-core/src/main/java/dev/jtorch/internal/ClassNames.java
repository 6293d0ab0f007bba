package dev.jtorch.internal;

/**
 * Names of classes for messages and prints: the simple name, and never an empty one.
 *
 * <p>An anonymous class is {@code Net$1}, as in a stack trace. The class of a lambda is {@code Net$$Lambda}, without the number and
 * the address that differ from run to run.
 */
public final class ClassNames {
  private ClassNames() {}

  /** {@return the name of a class} */
  public static String of(Class<?> type) {
    if (type.isArray()) return of(type.getComponentType()) + "[]";
    String simple = type.getSimpleName();
    if (!type.isHidden() && !simple.isEmpty()) return simple;
    String name = type.getName();
    // a hidden class is called outer.Class$$Lambda$12/0x0000000800c03000; before JDK 21 with a number
    String stable = name.replaceFirst("/.*", "").replaceFirst("(\\$\\$Lambda)\\$\\d+$", "$1");
    return stable.substring(stable.lastIndexOf('.') + 1);
  }

  /** {@return the name of an object's class} */
  public static String ofInstance(Object object) {
    return of(object.getClass());
  }
}
