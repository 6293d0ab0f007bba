package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Device;
import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.TensorHolder;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a module may return, and what a call does with it. */
class OutputsTest {
  private static final String EXPECTED =
      ", in which JTorch cannot find tensors (expected: tensors, or records, collections,"
          + " maps, arrays and optionals of them); let ";

  /** Returns what its function makes of the input. */
  static class Returning<O> extends Model<Tensor, O> {
    private final Function<Tensor, O> output;

    Returning(Function<Tensor, O> output) {
      this.output = output;
    }

    @Override protected O forward(Tensor x) { return output.apply(x); }
  }

  /** A class like any other. */
  static class Box {
    final Tensor inside;

    Box(Tensor inside) {
      this.inside = inside;
    }
  }

  /** The same, that shows its tensors. */
  static final class ShownBox extends Box implements TensorHolder {
    ShownBox(Tensor inside) {
      super(inside);
    }

    @Override public ShownBox mapTensors(UnaryOperator<Tensor> change) { return new ShownBox(change.apply(inside)); }
  }

  @Test void call_refusesAClassItCannotLookInto() {
    var model = new Returning<>(x -> new Box(x.add(1)));
    assertThatThrownBy(() -> model.call(Torch.ones(1))).isInstanceOf(TorchException.class)
        .hasMessage("Returning: output is a Box" + EXPECTED + "Box implement TensorHolder");
  }

  @Test void call_refusesSuchAClassInsideOfOthers() {
    var model = new Returning<>(x -> Map.of("a", List.of(new Box(x.add(1)))));
    assertThatThrownBy(() -> model.call(Torch.ones(1)))
        .hasMessage("Returning: output holds a Box" + EXPECTED + "Box implement TensorHolder");
  }

  @Test void call_refusesALambdaThatCapturedATensor() {
    var model = new Returning<Supplier<Tensor>>(x -> () -> x);
    assertThatThrownBy(() -> model.call(Torch.ones(1))).hasMessage(
        "Returning: output is a OutputsTest$$Lambda" + EXPECTED + "OutputsTest$$Lambda implement TensorHolder");
  }

  @Test void call_findsTheTensorsOfAHolder() {
    var model = new Returning<>(x -> new ShownBox(x.add(1)));
    try (var scope = Scope.open()) {
      ShownBox box = model.call(Torch.ones(1));
      assertThat(box.inside.item()).isEqualTo(2);
      assertThat(scope.size()).isEqualTo(2);
    }
  }

  @Test void call_findsTheTensorsOfEveryKindOfCollection() {
    var model = new Returning<>(x -> List.of(new ArrayDeque<>(List.of(x.add(1))), Set.of(x.add(2)).iterator().next()));
    List<?> output = model.call(Torch.ones(1));
    assertThat(((Tensor) ((ArrayDeque<?>) output.get(0)).peek()).item()).isEqualTo(2);
    assertThat(((Tensor) output.get(1)).item()).isEqualTo(3);
  }

  @Test void backwardHooks_reachTheTensorsOfAHolder() {
    var model = new Model<ShownBox, ShownBox>() {
      @Override protected ShownBox forward(ShownBox in) { return new ShownBox(in.inside.mul(3)); }
    };
    var seen = new AtomicReference<>("");
    model.registerFullBackwardHook((m, in, out) -> {
      seen.set(in.get(0).item() + " " + out.get(0).item());
      return null;
    });
    model.call(new ShownBox(Torch.ones(1).requiresGrad_())).inside.sum().backward();
    assertThat(seen).hasValue("3.0 1.0");
  }

  @Test void backwardHooks_refuseAnInputTheyCannotLookInto() {
    var model = new Model<Box, Tensor>() {
      @Override protected Tensor forward(Box in) { return in.inside.mul(3); }
    };
    var box = new Box(Torch.ones(1));
    assertThat(model.call(box).item()).isEqualTo(3); // nobody needs to look into it
    model.registerFullBackwardHook((m, in, out) -> null);
    assertThatThrownBy(() -> model.call(box))
        .hasMessage("OutputsTest$2: input is a Box" + EXPECTED + "Box implement TensorHolder");
  }

  @Test void hooks_mayNotReturnSuchAClass() {
    var model = new Returning<Object>(x -> x);
    try (var hook = model.registerForwardHook((m, in, out) -> new Box(in))) {
      assertThatThrownBy(() -> model.call(Torch.ones(1))).hasMessage(
          "Returning: what a forward hook returned is a Box" + EXPECTED + "Box implement TensorHolder");
    }
    var taking = new Model<Object, Tensor>() {
      @Override protected Tensor forward(Object in) { return Torch.ones(1); }
    };
    taking.registerForwardPreHook((m, in) -> new Box(Torch.ones(1)));
    assertThatThrownBy(() -> taking.call(1)).hasMessage(
        "OutputsTest$3: what a forward pre-hook returned is a Box" + EXPECTED + "Box implement TensorHolder");
  }

  enum Label { CAT }

  /** No field that could hold a tensor. */
  static class Score {
    final double value = 1;
    final String[] names = {"a"};
    final List<String> notes = List.of();
    final Map<String, Instant> times = Map.of();
    final BigDecimal exact = BigDecimal.ONE;
    final Label label = Label.CAT;
  }

  /** An object that holds itself. */
  static final class Chain {
    Chain next = this;
  }

  record Named(String name, Score score) {}

  static List<Object> values() {
    return List.of(1, 2.0, "text", new StringBuilder("text"), true, 'c', Label.CAT, BigDecimal.ONE, Instant.EPOCH,
        ZonedDateTime.parse("2020-01-01T00:00:00Z"), new Date(0), UUID.randomUUID(), Path.of("a"), Optional.of(1),
        OptionalLong.of(1), new long[] {1}, new String[] {"a"}, new int[][] {{1}}, new BitSet(), Size.of(1), Device.CPU,
        String.class, new Score(), new Chain(), new Named("a", new Score()), List.of("a", 1),
        (Supplier<String>) () -> "nothing captured");
  }

  @ParameterizedTest @MethodSource("values") void call_returnsWhatCannotHoldTensors(Object value) {
    var model = new Returning<>(x -> value);
    model.registerForwardHook((m, in, out) -> out);
    assertThat(model.call(Torch.ones(1))).isSameAs(value);
  }

  @Test void call_returnsNull() {
    assertThat(new Returning<@org.jspecify.annotations.Nullable Object>(x -> null).call(Torch.ones(1))).isNull();
  }
}
