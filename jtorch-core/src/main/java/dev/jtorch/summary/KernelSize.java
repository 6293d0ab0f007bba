package dev.jtorch.summary;

import dev.jtorch.nn.Module;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The size of a layer's kernel or window.
 *
 * @param sizes one for each dimension, or one for all; empty where the layer has no kernel
 * @param tuple whether the layer has a tuple in Python, rather than one number
 */
record KernelSize(List<Long> sizes, boolean tuple) {
  /** What Python's layers with a kernel print about themselves. */
  private static final Pattern PRINTED = Pattern.compile("\\bkernel_size=(\\(?)(\\d+(?:, \\d+)*)");

  /** Read off the printed layer, which says what it has under which name, whatever its class. */
  static KernelSize of(Module layer) {
    Matcher printed = PRINTED.matcher(layer.children().isEmpty() ? layer.toString() : "");
    if (!printed.find()) return new KernelSize(List.of(), false);
    List<Long> sizes = Stream.of(printed.group(2).split(", ")).map(Long::valueOf).toList();
    return new KernelSize(sizes, !printed.group(1).isEmpty());
  }

  @Override public String toString() {
    if (sizes.isEmpty()) return "--";
    return tuple ? sizes.toString() : sizes.get(0).toString();
  }
}
