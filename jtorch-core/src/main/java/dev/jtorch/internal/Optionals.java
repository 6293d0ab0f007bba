package dev.jtorch.internal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.StringViewOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.jspecify.annotations.Nullable;

/** Native optionals for Java's nullable values, and native texts. Each value's is made once and kept; there are few of them. */
final class Optionals {
  /** Beyond this many values an optional is made for the call and left to the collector. */
  private static final int MOST = 4096;

  private static final TensorOptional NO_TENSOR = PooledNatives.kept(new TensorOptional());
  private static final LongArrayRefOptional NO_LONGS = PooledNatives.kept(new LongArrayRefOptional());
  private static final LongOptional NO_LONG = PooledNatives.kept(new LongOptional());
  private static final DoubleOptional NO_DOUBLE = PooledNatives.kept(new DoubleOptional());
  private static final BoolOptional NO_BOOLEAN = PooledNatives.kept(new BoolOptional());
  private static final BoolOptional TRUE = PooledNatives.kept(new BoolOptional(true));
  private static final BoolOptional FALSE = PooledNatives.kept(new BoolOptional(false));
  private static final StringViewOptional NO_STRING = PooledNatives.kept(new StringViewOptional());
  private static final ConcurrentHashMap<Long, LongOptional> LONGS = new ConcurrentHashMap<>();
  private static final ConcurrentHashMap<Double, DoubleOptional> DOUBLES = new ConcurrentHashMap<>();
  private static final ConcurrentHashMap<String, NativeString> STRINGS = new ConcurrentHashMap<>();

  private Optionals() {}

  /** A string view points into its text, which therefore stays with it. */
  private record NativeString(BytePointer text, StringViewOptional view) {
    static NativeString of(String value) {
      BytePointer text = freshText(value);
      return new NativeString(PooledNatives.kept(text), new StringViewOptional(text));
    }
  }

  static TensorOptional noTensor() { return NO_TENSOR; }

  static LongArrayRefOptional noLongs() { return NO_LONGS; }

  static LongOptional of(@Nullable Long value) {
    return value == null ? NO_LONG : pooled(LONGS, value, LongOptional::new);
  }

  static DoubleOptional of(@Nullable Double value) {
    return value == null ? NO_DOUBLE : pooled(DOUBLES, value, DoubleOptional::new);
  }

  static BoolOptional of(@Nullable Boolean value) {
    if (value == null) return NO_BOOLEAN;
    return value ? TRUE : FALSE;
  }

  static StringViewOptional string(@Nullable String value) {
    return value == null ? NO_STRING : pooled(STRINGS, value, NativeString::of).view;
  }

  /**
   * A choice or formula for a native call, encoded before it. The presets also take a String, but encode it by calling back into
   * Java; where the stack has no room for that, they go on without a text and crash.
   */
  static BytePointer text(String value) {
    return pooled(STRINGS, value, NativeString::of).text;
  }

  /** The same for a text that may be long or new each time: the caller frees it. */
  static BytePointer freshText(String value) {
    return new BytePointer(value, StandardCharsets.UTF_8);
  }

  private static <K, V> V pooled(ConcurrentHashMap<K, V> pool, K key, Function<K, V> make) {
    V known = pool.get(key);
    if (known != null) return known;
    if (pool.size() >= MOST) return make.apply(key);
    V made = pool.computeIfAbsent(key, k -> PooledNatives.kept(make.apply(k)));
    VirtualModes.apply(); // the map's lock may have blocked
    return made;
  }
}
