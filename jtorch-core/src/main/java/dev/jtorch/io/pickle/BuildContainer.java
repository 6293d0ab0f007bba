package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import dev.jtorch.io.pickle.Globals.Global;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls of Python's container and byte classes give. */
final class BuildContainer {
  private static final Set<String> LATIN1 = Set.of("latin1", "latin-1");

  private BuildContainer() {}

  /** {@code OrderedDict()}, {@code Counter({..})} or Python 2's {@code OrderedDict([[key, value], ..])}. */
  static Dict dict(Dict.Kind kind, Args args) {
    var dict = new Dict(kind);
    if (args.count(0, 1).count() == 0) return dict;
    if (args.values().get(0) instanceof Map<?, ?> map) dict.putAll(map);
    else for (var pair : args.get(0, List.class)) putPair(dict, pair);
    return dict;
  }

  /** The factory is dropped: data has no use for a function. */
  static Dict defaultDict(Args args) {
    if (args.count(0, 1).count() == 1) args.get(0, Global.class);
    return new Dict();
  }

  @SuppressWarnings("unchecked") // a list of the machine holds anything
  static Set<@Nullable Object> set(Args args) {
    return Keys.setOf(args.count(0, 1).count() == 0 ? new ArrayList<>() : args.get(0, List.class));
  }

  /** {@code bytes()}, {@code bytearray(bytes)} or protocol 2's {@code encode(text, 'latin1')}. */
  static byte[] bytes(Args args) {
    if (args.count(0, 2).count() == 0) return new byte[0];
    if (args.count() == 1) return args.get(0, byte[].class).clone();
    var text = args.text(0);
    if (!LATIN1.contains(args.text(1)) || text.chars().anyMatch(c -> c > 0xff))
      throw new MalformedPickle(args.callee() + " encodes as " + args.text(1) + " (expected: bytes written as latin1)");
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void putPair(Dict dict, @Nullable Object pair) {
    var items = pair instanceof Tuple tuple ? tuple.items() : pair instanceof List<?> list ? list : List.of();
    if (items.size() != 2)
      throw new MalformedPickle("item of a dict is a " + PythonName.of(pair) + " (expected: a pair)");
    Keys.check(items.get(0));
    dict.put(items.get(0), items.get(1));
  }
}
