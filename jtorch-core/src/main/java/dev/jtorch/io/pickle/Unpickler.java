package dev.jtorch.io.pickle;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.Tuple;
import dev.jtorch.io.pickle.Globals.Global;
import dev.jtorch.io.pickle.Globals.StorageClass;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pickle into plain data. A pickle is a program for a stack machine; this machine has no instruction that runs
 * anything but the {@link Globals} table, needs no Java stack however deep the data is, and memory in proportion to the
 * pickle.
 *
 * <p>The result consists of {@link Dict}, {@link ArrayList}, {@link Tuple}, {@link Set}, {@link Long},
 * {@link java.math.BigInteger}, {@link Double}, {@link Boolean}, {@link String}, {@code byte[]}, {@link PythonComplex},
 * {@link SizeValue}, {@link DeviceValue}, {@link DTypeValue}, {@link TensorRef}, {@link StorageRef} and null. It has no
 * cycles and no nesting deeper than {@value Nesting#MAX_DEPTH}. A frozenset is a Set and a bytearray a {@code byte[]}.
 */
final class Unpickler {
  /** The longest pickle; tensors' bytes are not in it. */
  static final int MAX_LENGTH = 1 << 26;

  // An object takes up to a hundred bytes of memory and one byte of pickle; honest ones take about ten bytes of it.
  private static final int MOST_OBJECTS = 8_000_000;

  private final PickleInput in;
  private final PickleStack stack = new PickleStack();
  private final Map<Integer, @Nullable Object> memo = new HashMap<>();
  private final Set<StorageRef> storages = new LinkedHashSet<>();
  private final CopyBudget copies = new CopyBudget();
  private int objects;
  private boolean stopped;

  private Unpickler(ByteBuffer pickle) {
    in = new PickleInput(pickle);
  }

  /**
   * Reads one pickle; {@code source} names it in messages.
   *
   * @throws CheckpointException if it is damaged or builds more than plain data
   */
  static Unpickled read(String source, ByteBuffer pickle) { return read(source, pickle, 0); }

  /** Reads the pickle at the front of {@code bytes}, which begin at byte {@code offset} of the source. */
  static Unpickled read(String source, ByteBuffer bytes, long offset) {
    var machine = new Unpickler(bytes);
    try {
      return machine.run();
    } catch (MalformedPickle e) {
      var message = e instanceof ForeignClass foreign ? foreign.messageIn(bytes) : e.getMessage();
      throw new CheckpointException(source + " at byte " + (offset + machine.in.opcodeOffset()) + ": " + message, e);
    }
  }

  private Unpickled run() {
    if (in.length() > MAX_LENGTH)
      throw new MalformedPickle("pickle has " + in.length() + " bytes (expected: at most " + MAX_LENGTH + ")");
    while (!stopped) Opcode.of(in.nextOpcode()).run(this);
    var root = stack.pop();
    Nesting.check(root, in.position());
    return new Unpickled(root, storages, in.position());
  }

  PickleInput in() { return in; }

  PickleStack stack() { return stack; }

  void push(@Nullable Object value) {
    if (value instanceof Collection || value instanceof Map || value instanceof Tuple) count();
    stack.push(value);
  }

  void stop() { stopped = true; }

  void protocol() {
    int protocol = in.u1();
    if (protocol < 2 || protocol > 5)
      throw new MalformedPickle("pickle protocol is " + protocol + " (expected: 2 to 5)");
  }

  @SuppressWarnings("unchecked") // a list of the machine holds anything
  void append(List<@Nullable Object> items) { target(List.class, "list").addAll(items); }

  @SuppressWarnings("unchecked") // as above
  void addItems(List<@Nullable Object> items) { target(Set.class, "set").addAll(Keys.setOf(items)); }

  void setItems(List<@Nullable Object> items) {
    var dict = target(Dict.class, "dict");
    if (items.size() % 2 != 0) throw new MalformedPickle("dict gets a key without a value");
    for (int i = 0; i < items.size(); i += 2) {
      Keys.check(items.get(i));
      dict.put(items.get(i), items.get(i + 1));
    }
  }

  void stackGlobal() {
    var path = new Args("STACK_GLOBAL", new Tuple(stack.pop(2)));
    push(Globals.find(path.text(0), path.text(1)));
  }

  void reduce() {
    var call = new Args("REDUCE", new Tuple(stack.pop(2)));
    var args = call.get(1, Tuple.class);
    copies.charge(args, in.position());
    push(call.get(0, Global.class).call(args));
  }

  void build() {
    var state = stack.pop();
    if (!(state instanceof Dict attributes))
      throw new MalformedPickle("state is a " + PythonName.of(state) + " (expected: dict)");
    target(Dict.class, "collections.OrderedDict").attributes(attributes);
  }

  void persistentId() {
    var id = new Args("persistent id", new Args("BINPERSID", new Tuple(stack.pop(1))).get(0, Tuple.class)).count(5, 6);
    if (!id.text(0).equals("storage"))
      throw new MalformedPickle("persistent id is a " + id.text(0) + " (expected: storage)");
    if (id.count() == 6 && id.values().get(5) != null)
      throw new MalformedPickle(
          "storage " + id.text(2) + " is a view of another, as before PyTorch 0.4 (expected: a whole"
              + " storage); in Python, torch.save(torch.load(path), path) converts it");
    var storage = new StorageRef(id.get(1, StorageClass.class).type(), id.text(2), id.text(3), id.integer(4));
    storages.add(storage);
    push(storage);
  }

  void recall(int index) {
    if (!memo.containsKey(index)) throw new MalformedPickle("memo " + Integer.toUnsignedString(index) + " is empty");
    push(memo.get(index));
  }

  void remember(int index) {
    count();
    memo.put(index, stack.peek());
  }

  void memoize() { remember(memo.size()); }

  private void count() {
    if (++objects > MOST_OBJECTS)
      throw new MalformedPickle("pickle builds more than " + MOST_OBJECTS + " objects (expected: less)");
  }

  private <T> T target(Class<T> type, String expected) {
    var target = stack.peek();
    if (!type.isInstance(target))
      throw new MalformedPickle("adds to a " + PythonName.of(target) + " (expected: " + expected + ")");
    return type.cast(target);
  }

  /**
   * Bounds what calls may copy. Each honest call copies data that was spelled out for it, so all copies together are not
   * larger than the pickle; a hostile file could name one long text and copy it with every few bytes.
   */
  static final class CopyBudget {
    private long copied;

    /** Pays for a call with these arguments, of which {@code spelled} bytes of pickle can have told. */
    void charge(Tuple args, int spelled) {
      for (var arg : args.items()) copied += length(arg);
      if (copied > 1024 + 4L * spelled)
        throw new MalformedPickle("data is copied too often (expected: as much as the file holds)");
    }

    private static long length(@Nullable Object arg) {
      if (arg instanceof String text) return text.length();
      if (arg instanceof byte[] bytes) return bytes.length;
      if (arg instanceof Collection<?> items) return items.size();
      if (arg instanceof Map<?, ?> map) return map.size();
      if (arg instanceof Tuple tuple) return tuple.size();
      return 1;
    }
  }

  /**
   * What a pickle holds.
   *
   * @param root the pickled value
   * @param storages every storage that it mentions
   * @param length how many bytes the pickle has
   */
  record Unpickled(@Nullable Object root, Set<StorageRef> storages, int length) {}
}
