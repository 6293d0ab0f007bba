package dev.jtorch.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Flatten;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.testing.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Summaries beside the tables that torchinfo printed, see goldens/summary/make.py. */
class SummaryTest {
  private static final Map<String, String> TABLES = new HashMap<>();

  private record Pair(Tensor left, Tensor right) {}

  private static final class Both extends Model<Pair, Tensor> {
    public final Linear fc = new Linear(3, 2);

    @Override protected Tensor forward(Pair pair) { return fc.call(pair.left().add(pair.right())); }
  }

  @BeforeAll static void read() throws IOException {
    try (InputStream in = Objects.requireNonNull(SummaryTest.class.getResourceAsStream("/golden/summary/tables.txt"))) {
      for (String block : new String(in.readAllBytes(), UTF_8).split("\n== ")) {
        int end = block.indexOf('\n');
        if (end >= 0) TABLES.put(block.substring(0, end), block.substring(end + 1).stripTrailing());
      }
    }
  }

  static Stream<Arguments> nets() {
    Layer heavy = new Sequential(new Conv2d(3, 256, 7, o -> o.padding(3)), new ReLU(),
        new Conv2d(256, 512, 3, o -> o.padding(1)), new AdaptiveAvgPool2d(1), new Flatten(), new Linear(512, 1000));
    return Stream.of(Arguments.of("lenet", new SummaryNets.LeNet(), new long[] {1, 1, 8, 8}),
        Arguments.of("lenet_batch_64", new SummaryNets.LeNet(), new long[] {64, 1, 8, 8}),
        Arguments.of("deep", new SummaryNets.Deep(), new long[] {2, 3, 6, 6}),
        Arguments.of("shared", new SummaryNets.Shared(), new long[] {5, 6}),
        Arguments.of("lists", new SummaryNets.Lists(), new long[] {2, 4}),
        Arguments.of("partly", new SummaryNets.Partly(), new long[] {3, 7}),
        Arguments.of("wide", new SummaryNets.Wide(), new long[] {1, 8}),
        Arguments.of("heavy", heavy, new long[] {2, 3, 64, 64}),
        Arguments.of("leaf", new Linear(1000, 1000), new long[] {500, 1000}),
        Arguments.of("nothing", new ReLU(), new long[] {3}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nets") void table_isTorchinfos(String name, Layer net, long[] inputSize) {
    assertThat(Summary.of(net, inputSize)).hasToString(TABLES.get(name));
  }

  @Test @Row("S1-009") void table_dependsOnTheArchitectureAlone() {
    assertThat(Summary.of(new SummaryNets.LeNet(), 1, 1, 8, 8))
        .hasToString(Summary.of(new SummaryNets.LeNet(), 1, 1, 8, 8).toString());
  }

  @Test void totals_areNumbersToo() {
    Summary summary = Summary.of(new SummaryNets.Partly(), 3, 7);
    assertThat(summary.totalParams()).isEqualTo(103);
    assertThat(summary.trainableParams()).isEqualTo(47);
    assertThat(summary.totalMultAdds()).isEqualTo(3 * 56 + 3 * 16);
  }

  @Test void of_leavesModesAndHooksAsTheyWere() {
    var net = new SummaryNets.LeNet();
    net.bn1.eval();
    var hooked = new AtomicInteger();
    net.conv1.registerForwardHook((module, input, output) -> {
      hooked.incrementAndGet();
      return null;
    });
    Summary.of(net, 1, 1, 8, 8);
    assertThat(net.training()).isTrue();
    assertThat(net.conv1.training()).isTrue();
    assertThat(net.bn1.training()).isFalse();
    assertThat(hooked).hasValue(1);
    assertThat(net.getBuffer("bn1.num_batches_tracked").itemLong()).isZero();
    net.call(Torch.zeros(1, 1, 8, 8));
    assertThat(hooked).hasValue(2);
  }

  @Test void of_drawsTheInputThatTorchinfoDraws() {
    Torch.manualSeed(3);
    Torch.rand(1, 1, 8, 8);
    double expected = Torch.rand(1).itemDouble();
    Torch.manualSeed(3);
    Summary.of(new Sequential(), 1, 1, 8, 8);
    assertThat(Torch.rand(1).itemDouble()).isEqualTo(expected);
  }

  @Test void of_leavesNothingInTheScope() {
    var net = new SummaryNets.LeNet();
    try (var scope = Scope.open()) {
      Summary.of(net, 1, 1, 8, 8);
      assertThat(scope.size()).isZero();
    }
    assertThat(MemoryStats.now().openScopes()).isZero();
  }

  @Test void ofInput_takesWhatTheNetTakes() {
    var pair = new Pair(Torch.zeros(4, 3), Torch.zeros(4, 3));
    assertThat(Summary.ofInput(new Both(), pair).toString())
        .contains("├─Linear: 1-1                            [4, 2]");
  }

  @Test void of_badSize_isRefused() {
    assertThatThrownBy(() -> Summary.of(new ReLU(), 1, 0)).isInstanceOf(TorchException.class)
        .hasMessage("Summary: inputSize is [1, 0] (expected: positive sizes)");
    assertThatThrownBy(() -> Summary.of(new ReLU())).isInstanceOf(TorchException.class);
  }

  @Test void of_forwardThatFails_saysHowFarItCame() {
    var net = new Sequential(new Linear(4, 4), new Linear(5, 5));
    assertThatThrownBy(() -> Summary.of(net, 2, 4)).isInstanceOf(TorchException.class)
        .hasMessageStartingWith("Summary: forward failed after layers [Linear]: in 1 (Linear): ");
    net.set(1, new Linear(4, 5));
    assertThat(Summary.of(net, 2, 4).totalParams()).isEqualTo(45);
  }
}
