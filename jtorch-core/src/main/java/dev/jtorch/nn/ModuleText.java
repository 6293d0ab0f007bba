package dev.jtorch.nn;

import java.util.ArrayList;
import java.util.List;

/** The text of a module tree, as Python's {@code print(net)}. */
final class ModuleText {
  private ModuleText() {}

  static String of(Module module) {
    List<String> lines = new ArrayList<>();
    String extra = module.foldsRepeats() ? "" : module.extraRepr(); // a list prints nothing but its modules
    List<String> own = extra.isEmpty() ? List.of() : List.of(extra.split("\n", -1));
    lines.addAll(own);
    lines.addAll(module.foldsRepeats() ? folded(module) : children(module));
    String name = module.typeName();
    if (lines.isEmpty()) return name + "()";
    if (own.size() == 1 && lines.size() == 1) return name + "(" + own.get(0) + ")";
    return name + "(\n  " + String.join("\n  ", lines) + "\n)";
  }

  private static List<String> children(Module module) {
    var lines = new ArrayList<String>();
    module.namedChildrenWithRepeats()
        .forEach((key, child) -> lines.add("(" + key + "): " + indent(child.toString())));
    return lines;
  }

  /** Neighbours that print alike share a line: {@code (0-2): 3 x Linear(..)}. */
  private static List<String> folded(Module module) {
    var lines = new ArrayList<String>();
    List<String> texts = module.namedChildrenWithRepeats().values().stream().map(Module::toString).toList();
    for (int first = 0, end; first < texts.size(); first = end) {
      String text = texts.get(first);
      end = first + 1;
      while (end < texts.size() && texts.get(end).equals(text)) end++;
      int count = end - first;
      lines.add(indent(count == 1 ? "(" + first + "): " + text
          : "(" + first + "-" + (end - 1) + "): " + count + " x " + text));
    }
    return lines;
  }

  /** All lines but the first move in by two blanks. */
  static String indent(String text) {
    return text.replace("\n", "\n  ");
  }
}
