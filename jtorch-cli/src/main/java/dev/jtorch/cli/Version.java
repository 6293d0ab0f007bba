package dev.jtorch.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its jar states it. */
final class Version implements IVersionProvider {
  @Override public String[] getVersion() { return new String[] {"jtorch " + text()}; }

  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
