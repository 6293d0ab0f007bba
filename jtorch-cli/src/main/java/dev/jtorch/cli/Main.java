package dev.jtorch.cli;

/** Where the {@code jtorch} command starts. */
public final class Main {
  private Main() {}

  /** Prints the version. */
  public static void main(String[] args) {
    String version = Main.class.getPackage().getImplementationVersion();
    System.out.println("jtorch " + (version == null ? "(development)" : version));
  }
}
