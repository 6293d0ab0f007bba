package dev.jtorch.vision.models;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the calls of a layer.
 *
 * @param path the layer's path in the network
 * @param call which call, from 0 on
 */
record FeatureNode(String path, int call) {
  private static final Pattern REPEATED = Pattern.compile("(.+)_(\\d{1,9})");

  /** The call that a name means: {@code relu_1} is a layer of that name or else the second call of {@code relu}. */
  static FeatureNode of(String name, Set<String> paths) {
    Matcher repeated = REPEATED.matcher(name);
    if (paths.contains(name) || !repeated.matches() || !paths.contains(repeated.group(1))) {
      return new FeatureNode(name, 0);
    }
    return new FeatureNode(repeated.group(1), Integer.parseInt(repeated.group(2)));
  }
}
