package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import dev.jtorch.io.pickle.Globals.Global;
import dev.jtorch.io.pickle.Globals.StorageClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a value just read is safe to walk recursively: plain data, without cycles, not too deep, and not a small
 * graph that unfolds into a huge tree because each list holds the next one twice.
 */
final class Nesting {
  static final int MAX_DEPTH = 1000;

  /** A container that is being walked. */
  private static final class Frame {
    final Object container;
    final Iterator<? extends @Nullable Object> children;
    Extent extent = new Extent(1, 1);

    Frame(Object container) {
      this.container = container;
      children = childrenOf(container);
    }
  }

  /** How large a container is as a tree. */
  private record Extent(long values, int height) {
    static final Extent LEAF = new Extent(1, 0);

    Extent with(Extent child) { return new Extent(values + child.values, Math.max(height, 1 + child.height)); }
  }

  private final IdentityHashMap<Object, @Nullable Extent> known = new IdentityHashMap<>(); // null while it is open
  private final Deque<Frame> open = new ArrayDeque<>();
  private final long maxValues;

  private Nesting(long maxValues) { this.maxValues = maxValues; }

  /** Checks the value of a pickle of this length. */
  static void check(@Nullable Object root, int pickleLength) {
    // Without sharing, every value takes at least a byte; sharing a few things often is normal.
    var nesting = new Nesting(1_000_000 + 16L * pickleLength);
    nesting.visit(root);
    while (!nesting.open.isEmpty()) nesting.step();
  }

  private void step() {
    var frame = open.element();
    if (frame.children.hasNext()) {
      var extent = visit(frame.children.next());
      if (extent != null) grow(frame, extent);
      return;
    }
    open.remove();
    known.put(frame.container, frame.extent);
    if (!open.isEmpty()) grow(open.element(), frame.extent);
  }

  /** The extent of a leaf or of a container walked before; null when its walk has only begun. */
  private @Nullable Extent visit(@Nullable Object value) {
    if (value instanceof Global || value instanceof StorageClass)
      throw new MalformedPickle(PythonName.of(value) + " is stored as a value (expected: plain data)");
    if (value == null || !isContainer(value)) return Extent.LEAF;
    if (known.containsKey(value)) {
      var extent = known.get(value);
      if (extent == null) throw new MalformedPickle("a " + PythonName.of(value) + " contains itself");
      return extent;
    }
    if (open.size() == MAX_DEPTH) throw tooDeep();
    known.put(value, null);
    open.push(new Frame(value));
    return null;
  }

  private void grow(Frame frame, Extent child) {
    frame.extent = frame.extent.with(child);
    if (frame.extent.values > maxValues)
      throw new MalformedPickle("shared values unfold to more than " + maxValues);
    if (open.size() + child.height > MAX_DEPTH) throw tooDeep();
  }

  private static MalformedPickle tooDeep() {
    return new MalformedPickle("data is nested deeper than " + MAX_DEPTH);
  }

  private static boolean isContainer(Object value) {
    return value instanceof Dict || value instanceof List || value instanceof Tuple;
  }

  /** Keys and set elements are no containers of their own: {@link Keys} keeps them flat. */
  private static Iterator<? extends @Nullable Object> childrenOf(Object container) {
    if (container instanceof Dict dict)
      return Stream.<@Nullable Object>concat(dict.values().stream(), Stream.ofNullable(dict.attributes())).iterator();
    return (container instanceof Tuple tuple ? tuple.items() : (List<? extends @Nullable Object>) container).iterator();
  }
}
