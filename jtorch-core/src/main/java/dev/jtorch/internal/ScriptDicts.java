package dev.jtorch.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.pytorch.CompilationUnit;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.global.torch;

/** Makes dictionaries of one type. The presets can neither make nor fill one, but TorchScript itself can. */
final class ScriptDicts {
  private static final Map<String, ScriptDicts> BY_TYPE = new ConcurrentHashMap<>();

  private final CompilationUnit unit;
  private final QualifiedName name;

  private ScriptDicts(String key, String value) {
    unit = PooledNatives.kept(torch.compile(Optionals.text("""
        def make(keys: List[%1$s], values: List[%2$s]) -> Dict[%1$s, %2$s]:
          made: Dict[%1$s, %2$s] = {}
          for i in range(len(keys)):
            made[keys[i]] = values[i]
          return made
        """.formatted(key, value))));
    name = PooledNatives.kept(new QualifiedName(Optionals.text("make")));
  }

  /** The maker for types as Python annotates them. */
  static ScriptDicts of(String key, String value) {
    return BY_TYPE.computeIfAbsent(key + ": " + value, type -> new ScriptDicts(key, value));
  }

  /** A dictionary of the elements of two lists. */
  IValue make(IValue keys, IValue values) {
    try (var stack = new IValueVector()) {
      stack.push_back(keys);
      stack.push_back(values);
      return unit.get_function(name).apply(stack);
    }
  }
}
