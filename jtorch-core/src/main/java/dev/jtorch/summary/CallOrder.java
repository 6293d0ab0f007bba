package dev.jtorch.summary;

import dev.jtorch.nn.Module;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows in the order in which modules are called. Modules that are never called themselves, such as lists of modules, get a row
 * before the first row below them.
 */
final class CallOrder {
  private final List<LayerRow> calls = new ArrayList<>();
  private final Set<Module> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<LayerRow> rows = new ArrayList<>();
  /** While rows are inserted: the last row of each depth, down to the current one. */
  private final Map<Integer, LayerRow> open = new HashMap<>();

  void add(LayerRow row) {
    row.begin(!seen.add(row.module()));
    calls.add(row);
  }

  /** The class names of the modules whose calls have ended. */
  List<String> executed() {
    return calls.stream().filter(LayerRow::executed).map(LayerRow::typeName).toList();
  }

  /** All rows, numbered, with those of the containers that are never called; asked once, after the pass. */
  List<LayerRow> rows() {
    calls.forEach(this::insert);
    number();
    return rows;
  }

  private void insert(LayerRow row) {
    var ancestors = new HashMap<Integer, LayerRow>();
    for (LayerRow a = row.parent; a != null && a.depth() > 0; a = a.parent) ancestors.put(a.depth(), a);
    for (int depth = 1; depth < row.depth(); depth++) {
      LayerRow ancestor = ancestors.get(depth);
      LayerRow there = open.get(depth);
      if (ancestor == null || (there != null && there.module() == ancestor.module())) continue;
      // counts anew, because a container's row can be shown again
      ancestor.begin(!seen.add(ancestor.module()));
      rows.add(ancestor);
      open.put(depth, ancestor);
    }
    rows.add(row);
    open.put(row.depth(), row);
    for (int depth = row.depth() + 1; open.remove(depth) != null; depth++) {
      // what was open below the row is over
    }
  }

  private void number() {
    var last = new HashMap<Integer, Integer>();
    for (int i = 0; i < rows.size(); i++) {
      LayerRow row = rows.get(i);
      int end = i + 1;
      while (end < rows.size() && rows.get(end).depth() > row.depth()) end++;
      row.place(last.merge(row.depth(), 1, Integer::sum), rows.subList(i + 1, end));
    }
  }
}
