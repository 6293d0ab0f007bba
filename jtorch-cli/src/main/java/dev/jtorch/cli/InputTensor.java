package dev.jtorch.cli;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a network is run on. */
final class InputTensor {
  private static final String NAME = "input";
  private static final int MOST_NAMED = 10;

  private InputTensor() {}

  /**
   * {@return the tensor {@code input} of a safetensors file, or the only one of another file, as float32}
   *
   * @throws CommandException if there is no such tensor, or it is of whole numbers
   */
  static Tensor read(Path file) throws IOException {
    Object content = Checkpoint.load(Inputs.existing(file), o -> o.mapLocation("cpu")).value();
    Tensor input = SafeTensors.matches(file) ? named(file, (Map<?, ?>) Objects.requireNonNull(content))
        : only(file, content instanceof Map<?, ?> map ? List.copyOf(map.values()) : List.of(content));
    if (input.dtype().isFloatingPoint()) return input.to(DType.FLOAT32);
    throw new CommandException(file + ": the input is " + input.dtype().torchName() + " (expected: floating point)");
  }

  private static Tensor named(Path file, Map<?, ?> tensors) {
    if (tensors.get(NAME) instanceof Tensor input) return input;
    String others = String.join(", ", tensors.keySet().stream().limit(MOST_NAMED).map(String::valueOf).toList())
        + (tensors.size() > MOST_NAMED ? " and " + (tensors.size() - MOST_NAMED) + " more" : "");
    throw new CommandException(file + ": has no tensor 'input' (expected: it beside [" + others + "])");
  }

  private static Tensor only(Path file, List<?> values) {
    if (values.size() == 1 && values.get(0) instanceof Tensor input) return input;
    long tensors = values.stream().filter(Tensor.class::isInstance).count();
    throw new CommandException(
        file + ": has " + values.size() + " entries, " + tensors + " of them tensors (expected: one"
            + " tensor); .safetensors holds several, by name");
  }
}
