package dev.jtorch.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The text of a module tree, as Python's {@code print(net)}. */
final class ModuleText {
  private ModuleText() {}

  static String of(Module module) {
    List<String> lines = new ArrayList<>();
    String extra = module.extraRepr();
    List<String> own = extra.isEmpty() ? List.of() : List.of(extra.split("\n", -1));
    lines.addAll(own);
    for (Map.Entry<String, Module> child : module.namedChildrenWithRepeats().entrySet()) {
      lines.add("(" + child.getKey() + "): " + indent(child.getValue().toString()));
    }
    String name = module.typeName();
    if (lines.isEmpty()) return name + "()";
    if (own.size() == 1 && lines.size() == 1) return name + "(" + own.get(0) + ")";
    return name + "(\n  " + String.join("\n  ", lines) + "\n)";
  }

  /** All lines but the first move in by two blanks. */
  static String indent(String text) {
    return text.replace("\n", "\n  ");
  }
}
