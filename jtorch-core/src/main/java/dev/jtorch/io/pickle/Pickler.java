package dev.jtorch.io.pickle;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.Tuple;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain data as a protocol 2 pickle, in the way of {@code torch.save}; only what {@code torch.load} accepts with
 * {@code weights_only=True}. It takes what {@link Unpickler} gives, and any {@link Map}, {@link List}, {@link Set} and
 * {@link Number} of Java's. However deep the data is, it needs no Java stack: {@link Trail} holds what is open.
 */
final class Pickler {
  private final PickleOutput out = new PickleOutput();
  private final Trail trail = new Trail();
  private final TensorPickler tensors = new TensorPickler(out);

  private Pickler() {}

  /**
   * Pickles a value; {@code target} names the file in messages.
   *
   * @throws CheckpointException if the value has a cycle, is nested too deeply or holds something that is not data
   */
  static Pickled write(String target, @Nullable Object root) {
    var pickler = new Pickler();
    try {
      pickler.save(root);
      while (pickler.trail.advance()) { /* until nothing is open */ }
      pickler.out.op(Opcode.STOP);
      return new Pickled(ByteBuffer.wrap(pickler.out.toBytes()), pickler.tensors.storages());
    } catch (MalformedPickle e) {
      throw new CheckpointException(target + ": cannot write " + pickler.trail + ": " + e.getMessage(), e);
    }
  }

  /** Writes a scalar or a small object; opens a container. */
  private void save(@Nullable Object value) {
    if (value == null) out.op(Opcode.NONE);
    else if (value instanceof Boolean flag) out.op(flag ? Opcode.NEWTRUE : Opcode.NEWFALSE);
    else if (value instanceof Number number) number(number);
    else if (value instanceof String text) out.text(text);
    else {
      trail.refuseOpen(value);
      if (!out.recall(value) && !container(value)) object(value);
    }
  }

  private void number(Number number) {
    if (number instanceof Double || number instanceof Float) out.real(number.doubleValue());
    else if (number instanceof BigInteger big) out.integer(big);
    else
      if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte)
        out.integer(number.longValue());
      else
        throw notData(number);
  }

  private void object(Object value) {
    if (value instanceof byte[] bytes) call("_codecs", "encode", Tuple.of(latin1(bytes), "latin1"), bytes);
    else if (value instanceof PythonComplex c) call("__builtin__", "complex", Tuple.of(c.re(), c.im()), c);
    else if (value instanceof SizeValue size) call("torch", "Size", Tuple.of(size.sizes()), size);
    else if (value instanceof DeviceValue device) call("torch", "device", arguments(device), device);
    else if (value instanceof DTypeValue dtype) out.global("torch", dtype.name());
    else if (value instanceof TensorRef tensor) tensors.tensor(tensor);
    else if (value instanceof StorageRef storage) tensors.storage(storage);
    else throw notData(value);
  }

  /** Opens {@code value} if it is a container, and says whether it is. */
  private boolean container(Object value) {
    if (value instanceof Tuple tuple) trail.enter(tuple, tuple(tuple));
    else if (value instanceof List<?> list) trail.enter(list, list(list));
    else if (value instanceof Set<?> set) trail.enter(set, set(set));
    else if (value instanceof Dict dict && dict.kind() == Dict.Kind.ORDERED) trail.enter(dict, orderedDict(dict));
    else if (value instanceof Dict dict && dict.kind() == Dict.Kind.COUNTER) trail.enter(dict, counter(dict));
    else if (value instanceof Map<?, ?> map) trail.enter(map, dict(map));
    else return false;
    return true;
  }

  private Stream<Runnable> tuple(Tuple tuple) {
    int size = tuple.size();
    return join(() -> out.beginTuple(size),
        IntStream.range(0, size).mapToObj(i -> () -> saveAt(i, tuple.get(i))),
        () -> {
          out.endTuple(size);
          if (size > 0) out.memoize(tuple);
        });
  }

  private Stream<Runnable> list(List<?> list) {
    return join(() -> {
      out.op(Opcode.EMPTY_LIST);
      out.memoize(list);
    }, elements(list));
  }

  private Stream<Runnable> dict(Map<?, ?> map) {
    return join(() -> {
      out.op(Opcode.EMPTY_DICT);
      out.memoize(map);
    }, entries(map));
  }

  private Stream<Runnable> orderedDict(Dict dict) {
    return Stream.concat(join(() -> {
      out.global("collections", "OrderedDict");
      out.op(Opcode.EMPTY_TUPLE);
      out.op(Opcode.REDUCE);
      out.memoize(dict);
    }, entries(dict)), attributes(dict));
  }

  private Stream<Runnable> attributes(Dict dict) {
    return dict.attributes() == null ? Stream.of()
        : Stream.of(() -> save(dict.attributes()), () -> out.op(Opcode.BUILD));
  }

  /** A counter is called with a dict of its counts. */
  private Stream<Runnable> counter(Dict dict) {
    return join(() -> {
      out.global("collections", "Counter");
      out.op(Opcode.EMPTY_DICT);
      out.memoize();
    }, entries(dict), () -> endCall(dict));
  }

  /** A set is called with a list of its elements. */
  private Stream<Runnable> set(Set<?> set) {
    return join(() -> {
      out.global("__builtin__", "set");
      out.op(Opcode.EMPTY_LIST);
      out.memoize();
    }, elements(set), () -> endCall(set));
  }

  private Stream<Runnable> elements(Collection<?> elements) {
    return new Batches(out, Opcode.APPEND, Opcode.APPENDS).of(elements,
        (element, index) -> Stream.of(() -> saveAt(index, element)));
  }

  private Stream<Runnable> entries(Map<?, ?> map) {
    return new Batches(out, Opcode.SETITEM, Opcode.SETITEMS).of(map.entrySet(),
        (entry, index) -> Stream.of(() -> saveKey(entry.getKey()), () -> saveAt(entry.getKey(), entry.getValue())));
  }

  private void saveKey(@Nullable Object key) {
    trail.betweenValues();
    Keys.check(key);
    save(key);
  }

  private void saveAt(@Nullable Object key, @Nullable Object value) {
    trail.at(key);
    save(value);
  }

  /** Calls a function on arguments that are no containers. */
  private void call(String module, String function, Tuple args, Object result) {
    out.global(module, function);
    flatTuple(args.items());
    out.op(Opcode.REDUCE);
    out.memoize(result);
  }

  private void flatTuple(List<?> items) {
    out.beginTuple(items.size());
    for (var item : items)
      if (item instanceof List<?> inner) flatTuple(inner);
      else save(item);
    out.endTuple(items.size());
    if (!items.isEmpty()) out.memoize();
  }

  /** Ends a call on the one argument that was just written. */
  private void endCall(Object result) {
    out.endTuple(1);
    out.memoize();
    out.op(Opcode.REDUCE);
    out.memoize(result);
  }

  private static Stream<Runnable> join(Runnable begin, Stream<Runnable> rest) {
    return Stream.concat(Stream.of(begin), rest);
  }

  private static Stream<Runnable> join(Runnable begin, Stream<Runnable> middle, Runnable end) {
    return Stream.concat(join(begin, middle), Stream.of(end));
  }

  private static String latin1(byte[] bytes) { return new String(bytes, StandardCharsets.ISO_8859_1); }

  private static Tuple arguments(DeviceValue device) {
    return device.index() == null ? Tuple.of(device.type()) : Tuple.of(device.type(), device.index());
  }

  private static MalformedPickle notData(Object value) {
    return new MalformedPickle("a " + PythonName.of(value) + " (expected: tensors and plain data)");
  }

  /**
   * A pickle, and the storages that go with it.
   *
   * @param bytes the pickle
   * @param storages what each key of the pickle stands for: the storage at index 0 is the pickle's {@code "0"}
   */
  record Pickled(ByteBuffer bytes, List<StorageRef> storages) {}
}
