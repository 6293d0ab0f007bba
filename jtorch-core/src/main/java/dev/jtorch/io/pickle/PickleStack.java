package dev.jtorch.io.pickle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value stack of the pickle machine; what lies below the last mark is out of reach. */
final class PickleStack {
  private final ArrayList<@Nullable Object> values = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();

  void push(@Nullable Object value) { values.add(value); }

  void mark() { marks.push(values.size()); }

  @Nullable Object peek() {
    need(1);
    return values.get(values.size() - 1);
  }

  @Nullable Object pop() {
    need(1);
    return values.remove(values.size() - 1);
  }

  /** Takes the last {@code count} values, the oldest first. */
  List<@Nullable Object> pop(int count) {
    need(count);
    var top = values.subList(values.size() - count, values.size());
    List<@Nullable Object> taken = new ArrayList<>(top);
    top.clear();
    return taken;
  }

  /** Takes everything above the last mark, and the mark. */
  List<@Nullable Object> popMark() {
    if (marks.isEmpty()) throw new MalformedPickle("no mark is on the stack");
    var taken = pop(values.size() - marks.peek());
    marks.pop();
    return taken;
  }

  private void need(int count) {
    int floor = marks.isEmpty() ? 0 : marks.peek();
    if (values.size() - floor < count) throw new MalformedPickle("the stack is empty");
  }
}
