package dev.jtorch.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Cuda;
import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.ModuleList;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.testing.OnCuda;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What torchsummary does beside its text, what is mended here, and what was kept. */
class TorchSummaryTest {
  /** What torchsummary's table of no rows would be, if it did not fail. */
  private static final String NO_ROWS = """
      ----------------------------------------------------------------
              Layer (type)               Output Shape         Param #
      ================================================================
      ================================================================
      Total params: 0
      Trainable params: 0
      Non-trainable params: 0
      ----------------------------------------------------------------
      Input size (MB): 0.00
      Forward/backward pass size (MB): 0.00
      Params size (MB): 0.00
      Estimated Total Size (MB): 0.00
      ----------------------------------------------------------------""";

  /** Notes what its one call was like. */
  private static final class Witness extends Layer {
    public final Layer inner = new Identity();
    private final List<List<Long>> shapes = new ArrayList<>();
    private boolean gradients;

    @Override protected Tensor forward(Tensor x) {
      shapes.add(List.copyOf(x.shape()));
      gradients = Torch.isGradEnabled();
      return inner.call(x);
    }
  }

  /** Counts how often it is asked for the name that stands in its row. */
  private static final class Named extends Layer {
    private int asked;

    @Override public String typeName() {
      asked++;
      return "Named";
    }

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  /** A layer under two parents. */
  private static final class TwoPaths extends Layer {
    public final Layer conv = new Conv2d(1, 1, 1);
    public final Sequential again = new Sequential(conv);

    @Override protected Tensor forward(Tensor x) { return again.call(x); }
  }

  private static final class Listed extends Layer {
    public final ModuleList<Layer> list = new ModuleList<>(List.of(new Sequential(new ReLU()), new Linear(2, 2)));

    @Override protected Tensor forward(Tensor x) { return list.get(1).call(list.get(0).call(x)); }
  }

  @Test @Row({"S3-013", "S3-020"}) void bareLayer_hasNoRow() {
    assertThat(TorchSummary.of(new Conv2d(3, 2, 1), 3, 4, 4)).hasToString(NO_ROWS);
    assertThat(TorchSummary.of(new Sequential(), 1)).hasToString(NO_ROWS);
  }

  @Test @Row("S3-020") void netWithoutParameters_hasZeros() {
    TorchSummary summary = TorchSummary.of(new Sequential(new ReLU()), 4);
    assertThat(summary.toString()).contains("\n              ReLU-1                    [-1, 4]               0\n")
        .contains("\nTotal params: 0\nTrainable params: 0\nNon-trainable params: 0\n")
        .contains("\nParams size (MB): 0.00\n");
    assertThat(summary.totalParams()).isZero();
  }

  @Test @Row("S3-013") void chainsAndLists_haveNoRow() {
    assertThat(TorchSummary.of(new Listed(), 2).rows()).extracting(TorchSummaryRow::name)
        .containsExactly("ReLU-1", "Linear-2");
  }

  @Test @Row("S3-005") void duplicates_areHooks_notCalls() {
    var net = new TwoPaths();
    var calls = new AtomicInteger();
    net.conv.registerForwardPreHook((module, input) -> {
      calls.incrementAndGet();
      return null;
    });
    assertThat(TorchSummary.of(net, 1, 2, 2).rows()).extracting(TorchSummaryRow::name)
        .containsExactly("Conv2d-1", "Conv2d-2");
    assertThat(calls).hasValue(1);
    TorchSummary once = TorchSummary.of(net, o -> o.deduplicate(true), 1, 2, 2);
    assertThat(once.rows()).extracting(TorchSummaryRow::name).containsExactly("Conv2d-1");
    assertThat(once.totalParams()).isEqualTo(2);
    assertThat(calls).hasValue(2);
  }

  @Test @Row("S3-009") void nestedResults_areOneListOfShapes() {
    TorchSummary summary = TorchSummary.of(new BranchedNets.Recurrent(), o -> o.batchSize(8), 6, 3);
    assertThat(summary.rows()).extracting(TorchSummaryRow::outputShapes).containsExactly(
        List.of(List.of(-1L, 6L, 4L), List.of(-1L, 4L), List.of(-1L, 4L)), List.of(List.of(8L, 2L)));
    assertThat(summary.toString()).contains("              Cell-1  [[-1, 6, 4], [-1, 4], [-1, 4]]               0\n");
    assertThat(TorchSummary.of(new BranchedNets.Scales(), 2, 10).rows()).extracting(TorchSummaryRow::shapeText)
        .containsExactly("[-1, 3, 8]", "[-1, 3, 4]", "[-1, 3, 4]", "[[-1, 3, 4], [-1, 3, 8], [-1, 3, 4]]",
            "[-1, 3, 2]", "[[-1, 3, 4], [-1, 3, 2]]");
  }

  @Test @Row("S3-012") void allParameters_countsThoseOfOtherNames() {
    var net = new SmallNets.Scaled();
    assertThat(TorchSummary.of(net, 5).rows()).extracting(TorchSummaryRow::params).containsExactly(0L, 10L);
    assertThat(TorchSummary.of(net, o -> o.allParameters(true), 5).rows()).extracting(TorchSummaryRow::params)
        .containsExactly(5L, 10L);
    TorchSummary cell = TorchSummary.of(new BranchedNets.Recurrent(), o -> o.allParameters(true), 6, 3);
    assertThat(cell.totalParams()).isEqualTo(12 + 16 + 4 + 4 + 10);
    assertThat(cell.trainableParams()).isEqualTo(12 + 16 + 4 + 10);
  }

  @Test @Row("S3-014") void device_isCudaOrCpu() {
    String text = TorchSummary.of(new SmallNets.Twice(), o -> o.device("cpu"), 4).toString();
    assertThat(TorchSummary.of(new SmallNets.Twice(), o -> o.device("CPU"), 4)).hasToString(text);
    if (!Cuda.isAvailable()) {
      assertThat(TorchSummary.of(new SmallNets.Twice(), 4)).hasToString(text);
      assertThat(TorchSummary.of(new SmallNets.Twice(), o -> o.device("Cuda"), 4)).hasToString(text);
    }
    assertThatThrownBy(() -> TorchSummary.of(new SmallNets.Twice(), o -> o.device("tpu"), 4))
        .isInstanceOf(DeviceException.class)
        .hasMessage("Input device is not valid, please specify 'cuda' or 'cpu'");
  }

  @Test @OnCuda @Row("S3-014") void device_cuda_doesNotMoveTheNet() {
    var net = new SmallNets.Twice();
    assertThatThrownBy(() -> TorchSummary.of(net, 4)).isInstanceOf(TorchException.class);
    net.to(Device.cuda(0));
    assertThat(TorchSummary.of(net, 4).totalParams()).isEqualTo(40);
  }

  @Test @Row("S3-015") void input_isABatchOfTwo() {
    var witness = new Witness();
    TorchSummary.of(witness, 3, 5);
    TorchSummary.of(witness, o -> o.batchSize(8), 3, 5);
    assertThat(witness.shapes).containsExactly(List.of(2L, 3L, 5L), List.of(2L, 3L, 5L));
    var given = new ArrayList<Tensor>();
    var pair = new BranchedNets.Pair();
    Torch.manualSeed(4);
    TorchSummary.ofSizes(pair, inputs -> {
      inputs.forEach(input -> given.add(input.clone().keepForever()));
      return BranchedNets.Two.of(inputs);
    }, Size.of(3), Size.of(5));
    Torch.manualSeed(4);
    assertThat(given.get(0).equal(Torch.rand(2, 3))).isTrue();
    assertThat(given.get(1).equal(Torch.rand(2, 5))).isTrue();
  }

  @Test @Row("S3-016") void hooks_areGoneAfterwards() {
    var named = new Named();
    assertThat(TorchSummary.of(new Sequential(named), 4).rows()).hasSize(1);
    int asked = named.asked;
    named.call(Torch.zeros(2, 4));
    assertThat(asked).isPositive().isEqualTo(named.asked);
  }

  @Test @Row("S3-016") void hooks_areGoneWhenForwardThrows() {
    var named = new Named();
    assertThatThrownBy(() -> TorchSummary.of(new Sequential(named, new Linear(5, 5)), 4))
        .isInstanceOf(TorchException.class).hasMessageStartingWith("in 1 (Linear): ");
    int asked = named.asked;
    named.call(Torch.zeros(2, 4));
    assertThat(asked).isPositive().isEqualTo(named.asked);
  }

  @Test @Row("S3-016") void pass_isATrainingPass() {
    var net = new SummaryNets.LeNet();
    TorchSummary.of(net, 1, 8, 8);
    assertThat(net.getBuffer("bn1.num_batches_tracked").itemLong()).isEqualTo(1);
    var witness = new Witness();
    TorchSummary.of(witness, 3);
    assertThat(witness.gradients).isTrue();
  }

  @Test @Row("S3-021") void ties_areRoundedToEven() {
    String text = TorchSummary.of(new Sequential(new Linear(32768, 1)), o -> o.batchSize(1), 32768).toString();
    assertThat(text).contains("\nInput size (MB): 0.12\n"); // 0.125
  }

  @Test void badSize_isRefused() {
    assertThatThrownBy(() -> TorchSummary.of(new ReLU(), 3, -1)).isInstanceOf(TorchException.class)
        .hasMessage("TorchSummary: inputSize is [3, -1] (expected: positive sizes)");
  }
}
