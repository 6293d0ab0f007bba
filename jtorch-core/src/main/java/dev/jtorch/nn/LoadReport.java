package dev.jtorch.nn;

import java.util.List;

/**
 * What a load that was not strict left out.
 *
 * @param missingKeys keys of the module that the state does not have
 * @param unexpectedKeys keys of the state that the module does not have
 */
public record LoadReport(List<String> missingKeys, List<String> unexpectedKeys) {
  /** As Python prints it. */
  @Override public String toString() {
    if (missingKeys.isEmpty() && unexpectedKeys.isEmpty()) return "<All keys matched successfully>";
    return "_IncompatibleKeys(missing_keys=" + quoted(missingKeys) + ", unexpected_keys=" + quoted(unexpectedKeys)
        + ")";
  }

  private static String quoted(List<String> keys) { return keys.stream().map(k -> "'" + k + "'").toList().toString(); }
}
