package dev.jtorch.io;

import dev.jtorch.io.pickle.Dict;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a state says about its modules, as Python keeps it: in the attribute {@code _metadata} of the ordered dict. */
final class StateMetadata {
  private static final String ATTRIBUTE = "_metadata";

  private StateMetadata() {}

  /** Adds to {@code metadata} what a dict that was read says; what is no map of texts is left out, as PyTorch ignores it. */
  static void read(Map<?, ?> state, Map<String, Map<String, Object>> metadata) {
    Dict attributes = state instanceof Dict dict ? dict.attributes() : null;
    if (attributes == null || !(attributes.get(ATTRIBUTE) instanceof Map<?, ?> modules)) return;
    modules.forEach((path, about) -> {
      if (path instanceof String name && about instanceof Map<?, ?> facts) metadata.put(name, texts(facts));
    });
  }

  /** The attributes of the dict that is written for a state. */
  static Dict attributes(StateDict state) {
    var modules = new Dict(Dict.Kind.ORDERED);
    state.metadata().forEach((path, about) -> {
      var facts = new Dict();
      facts.putAll(about);
      modules.put(path, facts);
    });
    var attributes = new Dict();
    attributes.put(ATTRIBUTE, modules);
    return attributes;
  }

  private static Map<String, Object> texts(Map<?, ?> facts) {
    var texts = new LinkedHashMap<String, Object>();
    facts.forEach((key, value) -> {
      if (key instanceof String name && value != null) texts.put(name, value);
    });
    return texts;
  }
}
