package dev.jtorch.io.pickle;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.Tuple;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
 * {@link java.math.BigInteger}, {@link Double}, {@link Boolean}, {@link String}, {@code byte[]}, {@link Complex},
 * {@link SizeValue}, {@link DeviceValue}, {@link DTypeValue}, {@link TensorRef}, {@link StorageRef} and null. It has no
 * cycles and no nesting deeper than {@value Nesting#MAX_DEPTH}. A frozenset is a Set and a bytearray a {@code byte[]}.
 */
final class Unpickler {
  private static final int MAX_LENGTH = 1 << 28;

  private final PickleInput in;
  private final PickleStack stack = new PickleStack();
  private final Map<Integer, @Nullable Object> memo = new HashMap<>();
  private final Set<StorageRef> storages = new LinkedHashSet<>();
  private final CopyBudget copies;
  private boolean stopped;

  private Unpickler(ByteBuffer pickle) {
    in = new PickleInput(pickle);
    copies = new CopyBudget(in.length());
  }

  /**
   * Reads one pickle; {@code source} names it in messages.
   *
   * @throws CheckpointException if it is damaged or builds more than plain data
   */
  static Unpickled read(String source, ByteBuffer pickle) {
    var machine = new Unpickler(pickle);
    try {
      return machine.run();
    } catch (MalformedPickle e) {
      throw new CheckpointException(source + " at byte " + machine.in.opcodeOffset() + ": " + e.getMessage(), e);
    }
  }

  private Unpickled run() {
    if (in.length() > MAX_LENGTH)
      throw new MalformedPickle("pickle has " + in.length() + " bytes (expected: at most " + MAX_LENGTH + ")");
    while (!stopped) Opcode.of(in.nextOpcode()).run(this);
    var root = stack.pop();
    Nesting.check(root, in.length());
    return new Unpickled(root, storages);
  }

  PickleInput in() { return in; }

  PickleStack stack() { return stack; }

  void push(@Nullable Object value) { stack.push(value); }

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
    copies.charge(args);
    push(call.get(0, Global.class).call(args));
  }

  void build() {
    var state = stack.pop();
    if (!(state instanceof Dict attributes))
      throw new MalformedPickle("state is a " + PythonName.of(state) + " (expected: dict)");
    target(Dict.class, "collections.OrderedDict").attributes(attributes);
  }

  void persistentId() {
    var id = new Args("persistent id", new Args("BINPERSID", new Tuple(stack.pop(1))).get(0, Tuple.class)).count(5, 5);
    if (!id.text(0).equals("storage"))
      throw new MalformedPickle("persistent id is a " + id.text(0) + " (expected: storage)");
    var storage = new StorageRef(id.get(1, StorageClass.class).type(), id.text(2), id.text(3), id.integer(4));
    storages.add(storage);
    push(storage);
  }

  void recall(int index) {
    if (!memo.containsKey(index)) throw new MalformedPickle("memo " + Integer.toUnsignedString(index) + " is empty");
    push(memo.get(index));
  }

  void remember(int index) { memo.put(index, stack.peek()); }

  void memoize() { remember(memo.size()); }

  private <T> T target(Class<T> type, String expected) {
    var target = stack.peek();
    if (!type.isInstance(target))
      throw new MalformedPickle("adds to a " + PythonName.of(target) + " (expected: " + expected + ")");
    return type.cast(target);
  }
}
