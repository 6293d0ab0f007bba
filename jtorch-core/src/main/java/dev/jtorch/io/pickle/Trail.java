package dev.jtorch.io.pickle;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The containers that are being written, from the root to the innermost, each with the parts it still needs. It takes
 * the place of recursion, notices cycles and great depth, and tells in messages where the writer is.
 */
final class Trail {
  private static final Object BETWEEN_VALUES = new Object();

  /** A container that is being written. */
  private static final class Frame {
    final Object container;
    final Iterator<Runnable> parts;
    @Nullable Object key = BETWEEN_VALUES;

    Frame(Object container, Stream<Runnable> parts) {
      this.container = container;
      this.parts = parts.iterator();
    }

    String step() {
      if (key == BETWEEN_VALUES) return "";
      return key instanceof String ? "['" + key + "']" : "[" + key + "]";
    }
  }

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Begins a container; its parts are written one after the other by {@link #advance}. */
  void enter(Object container, Stream<Runnable> parts) {
    if (frames.size() == Nesting.MAX_DEPTH)
      throw new MalformedPickle("data is nested deeper than " + Nesting.MAX_DEPTH);
    open.add(container);
    frames.addLast(new Frame(container, parts));
  }

  /** Notes that the value at this key or index of the innermost container comes next. */
  void at(@Nullable Object key) {
    frames.getLast().key = key;
  }

  /** Notes that no value of the innermost container comes next, but a key. */
  void betweenValues() {
    at(BETWEEN_VALUES);
  }

  /** Writes the next part, or leaves a container that has no more; says whether there was anything to do. */
  boolean advance() {
    if (frames.isEmpty()) return false;
    var parts = frames.getLast().parts;
    if (parts.hasNext()) parts.next().run();
    else open.remove(frames.removeLast().container);
    return true;
  }

  void refuseOpen(Object value) {
    if (open.contains(value)) throw new MalformedPickle("a " + PythonName.of(value) + " contains itself");
  }

  @Override public String toString() {
    var steps = frames.stream().map(Frame::step).collect(Collectors.joining());
    return steps.isEmpty() ? "the root" : steps;
  }
}
