package dev.jtorch.io.pickle;

import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the items of a list or dict into the batches of Python's pickle, which bound the stack of its readers. */
final class Batches {
  private static final int SIZE = 1000;

  private final PickleOutput out;
  private final Opcode one;
  private final Opcode many;

  /** Batches that end with {@code many}, or with {@code one} when an item is left alone. */
  Batches(PickleOutput out, Opcode one, Opcode many) {
    this.out = out;
    this.one = one;
    this.many = many;
  }

  /** What it takes to write one item. */
  interface Item<T extends @Nullable Object> {
    Stream<Runnable> parts(T item, int index);
  }

  /** What it takes to write all items. */
  <T extends @Nullable Object> Stream<Runnable> of(Collection<T> items, Item<T> item) {
    var iterator = items.iterator();
    int count = items.size();
    return IntStream.range(0, count).boxed().flatMap(
        i -> Stream.of(Stream.<Runnable>of(() -> begin(i, count)), item.parts(iterator.next(), i),
            Stream.<Runnable>of(() -> end(i, count))).flatMap(parts -> parts));
  }

  private void begin(int index, int count) {
    if (index % SIZE == 0 && index + 1 < count) out.op(Opcode.MARK);
  }

  private void end(int index, int count) {
    if (index + 1 == count && index % SIZE == 0) out.op(one);
    else if (index + 1 == count || (index + 1) % SIZE == 0) out.op(many);
  }
}
