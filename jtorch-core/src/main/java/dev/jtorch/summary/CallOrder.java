package dev.jtorch.summary;

import dev.jtorch.nn.Module;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The rows in the order in which modules are called. */
final class CallOrder {
  private final List<LayerRow> calls = new ArrayList<>();
  private final Set<Module> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  void add(LayerRow row) {
    row.begin(!seen.add(row.module()));
    calls.add(row);
  }

  /** The class names of the modules whose calls have come to their end. */
  List<String> executed() {
    return calls.stream().filter(LayerRow::executed).map(LayerRow::typeName).toList();
  }

  /** All rows, also of the containers that are never called. */
  List<LayerRow> rows() {
    return new MissingContainers(calls, seen).inserted();
  }
}
