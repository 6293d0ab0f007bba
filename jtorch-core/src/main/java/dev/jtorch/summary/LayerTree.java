package dev.jtorch.summary;

import dev.jtorch.nn.Module;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The places of a tree of modules, parents first; a shared module has several. */
final class LayerTree {
  private final List<LayerRow> places = new ArrayList<>();

  LayerTree(Module net) {
    var byPath = new HashMap<String, LayerRow>();
    net.namedModules(o -> o.removeDuplicate(false)).forEach((path, module) -> {
      LayerRow parent = path.isEmpty() ? null : byPath.get(path.substring(0, Math.max(0, path.lastIndexOf('.'))));
      String name = path.isEmpty() ? module.typeName() : path.substring(path.lastIndexOf('.') + 1);
      var place = new LayerRow(module, name, parent);
      byPath.put(path, place);
      places.add(place);
    });
  }

  /** A row for each place: all that can be said about a network that is not run. */
  List<LayerRow> rows() {
    var calls = new CallOrder();
    places.forEach(calls::add);
    return calls.rows();
  }

  /** Where each module is heard: at the last of its places, as in torchinfo. */
  Map<Module, LayerRow> lastPlaces() {
    var last = new IdentityHashMap<Module, LayerRow>();
    places.forEach(place -> last.put(place.module(), place));
    return last;
  }
}
