package dev.jtorch.testing;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a scenario, a line an entry, to compare with what real PyTorch logged in the same scenario: the text of the
 * scenario's name in a golden file. Lines may come from any thread.
 */
public final class ScenarioLog {
  private final Golden golden;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  /** A log to compare with texts of the golden file of a name. */
  public ScenarioLog(String golden) {
    this.golden = Golden.load(golden);
  }

  /** Adds a line; returns null, so that a hook can consist of it. */
  public <T> @Nullable T add(String line) {
    lines.add(line);
    return null;
  }

  /** Adds the message of what an action throws; nothing where it does not throw. */
  public void trial(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      lines.add(String.valueOf(e.getMessage()));
    }
  }

  /** {@return the lines so far} */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** All lines are those of real PyTorch. */
  public void isThatOf(String scenario) {
    Assertions.assertThat(lines).containsExactly(expected(scenario));
  }

  /** {@return what real PyTorch logged} */
  public String[] expected(String scenario) {
    return golden.text(scenario).split("\n");
  }

  /** A tensor as Python prints its nested list, lists and arrays in brackets, and anything else as it prints itself. */
  public static String text(@Nullable Object value) {
    if (value instanceof Tensor tensor) return text(tensor.detach());
    if (value instanceof Object[] array) return text(Arrays.asList(array));
    if (!(value instanceof List<?> list)) return String.valueOf(value);
    return list.stream().map(ScenarioLog::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(Tensor tensor) {
    if (tensor.dim() > 0) {
      return text(LongStream.range(0, tensor.size(0)).mapToObj(i -> tensor.select(0, i)).toList());
    }
    if (tensor.dtype() == DType.BOOL) return tensor.item() == 0 ? "False" : "True";
    return tensor.isFloatingPoint() ? Double.toString(tensor.item()) : Long.toString(tensor.itemLong());
  }
}
