package dev.jtorch.codegen;

/** Writes the generated sources of the {@code jtorch} module. */
public final class Main {
  private Main() {}

  /** Takes the folder to write to. */
  public static void main(String[] args) {
    if (args.length != 1) throw new IllegalArgumentException("codegen: one argument expected: the folder to write to");
  }
}
