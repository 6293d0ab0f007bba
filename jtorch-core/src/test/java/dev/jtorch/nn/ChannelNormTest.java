package dev.jtorch.nn;

import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Function;
import dev.jtorch.autograd.FunctionContext;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.ScenarioLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The norm over channels of FlowNet2, with a gradient by hand, as a function and as a module. */
class ChannelNormTest {
  private final ScenarioLog log = new ScenarioLog("functions/functions");

  /** Where the norm is not 2, the derivative of the p-norm with the same small divisor; FlowNet2's kernel always takes 2. */
  private static final class ChannelNormFunction extends Function {
    private final double normDeg;

    ChannelNormFunction(double normDeg) {
      this.normDeg = normDeg;
    }

    @Override protected Tensor forward(FunctionContext ctx, Tensor... in) {
      Tensor x = in[0];
      if (!x.isContiguous()) throw new AssertionError("ChannelNorm: input is not contiguous");
      Tensor out = x.abs().pow(normDeg).sum(1, true).pow(1 / normDeg);
      ctx.saveForBackward(x, out);
      ctx.set("norm_deg", normDeg);
      return out;
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... g) {
      Tensor x = ctx.savedTensor(0);
      Tensor out = ctx.savedTensor(1);
      double p = ctx.get("norm_deg", Double.class);
      return new Tensor[] {g[0].mul(x).mul(x.abs().pow(p - 2)).div(out.pow(p - 1).add(1e-9))};
    }
  }

  private static Tensor channelNorm(Tensor x) { return new ChannelNormFunction(2).apply(x); }

  /** The function as a layer. */
  private static final class ChannelNorm extends Layer {
    private final double normDeg;

    ChannelNorm() {
      this(2);
    }

    ChannelNorm(double normDeg) {
      this.normDeg = normDeg;
    }

    @Override protected Tensor forward(Tensor x) { return new ChannelNormFunction(normDeg).apply(x); }
  }

  @Row("S4-200")
  @Test void function_givesTheNormAndItsGradient() {
    Tensor x = Torch.tensor(new float[] {3, 4}).reshape(1, 2, 1, 1).requiresGrad_();
    Tensor y = channelNorm(x);
    log.add(y.gradFn().replace("Function", "") + " " + y.shape() + " " + text(y));
    y.sum().backward();
    log.add(text(x.grad().flatten()));
    Tensor zeros = Torch.zeros(1, 2, 1, 1).requiresGrad_();
    Tensor none = channelNorm(zeros);
    none.sum().backward();
    log.add(text(none) + " " + text(zeros.grad()));
    try {
      channelNorm(Torch.ones(1, 2, 3, 4).transpose(2, 3));
    } catch (AssertionError e) {
      log.add(e.getMessage());
    }
    Tensor at = Torch.rand(new long[] {2, 3, 2, 2}, o -> o.dtype(dev.jtorch.DType.FLOAT64)).add(0.5);
    log.add(gradientIsThatOfDifferences(at) ? "True" : "False");
    log.isThatOf("channel_norm");
  }

  /** What Python's gradcheck does: each element moved a little up and down. */
  private static boolean gradientIsThatOfDifferences(Tensor at) {
    Tensor weights = Torch.rand(new long[] {2, 1, 2, 2}, o -> o.dtype(at.dtype()));
    Tensor x = at.clone().requiresGrad_();
    channelNorm(x).mul(weights).sum().backward();
    double[] analytic = x.grad().toDoubleArray();
    double[] values = at.toDoubleArray();
    for (int i = 0; i < values.length; i++) {
      double difference = (moved(values, i, 1e-6, at, weights) - moved(values, i, -1e-6, at, weights)) / 2e-6;
      assertThat(analytic[i]).isCloseTo(difference, within(1e-6));
    }
    return true;
  }

  private static double moved(double[] values, int index, double by, Tensor at, Tensor weights) {
    double[] changed = values.clone();
    changed[index] += by;
    return channelNorm(Torch.tensor(changed).reshape(at.shape().toLongArray())).mul(weights).sum().item();
  }

  @Row("S4-204")
  @Test void module_wrapsTheFunction() {
    var norm = new ChannelNorm();
    assertThat(norm).hasToString("ChannelNorm()");
    assertThat(norm.parameters()).isEmpty();
    assertThat(norm.stateDict()).isEmpty();
    var net = new Sequential(new Conv2d(1, 2, 3), norm, new ReLU());
    assertThat(net.toString()).contains("  (1): ChannelNorm()\n");
    Tensor x = Torch.rand(1, 1, 5, 5).requiresGrad_();
    Tensor y = net.call(x);
    assertThat(y.shape()).containsExactly(1L, 1L, 3L, 3L);
    y.sum().backward();
    assertThat(x.grad().shape()).containsExactly(1L, 1L, 5L, 5L);
    assertThat(net.parameters()).allMatch(p -> p.grad() != null && p.grad().isfinite().all().item() == 1);
    assertThat(text(new ChannelNorm(1).call(Torch.full(new long[] {1, 2, 1, 1}, -3f)))).isEqualTo("[[[[6.0]]]]");
  }
}
