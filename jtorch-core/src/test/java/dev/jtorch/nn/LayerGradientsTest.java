package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Autograd;
import dev.jtorch.autograd.TensorFunction;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradients of every layer and loss of the table, by its inputs and its parameters, are what differences say. To take one
 * backward pass and not one for each element, outputs are added up with weights that have no symmetry.
 */
@ExtendWith(OneThread.class)
class LayerGradientsTest {
  private static final int SEED = 1;

  static Stream<LayerCase> cases() { return LayerCases.all(); }

  /** Clones, because a layer may change its input; the seed makes a layer that draws a function. */
  private static Tensor call(LayerCase line, Module module, List<Tensor> inputs) {
    Torch.manualSeed(SEED);
    return line.call().apply(module, inputs.stream().map(Tensor::clone).toList());
  }

  private static List<Tensor> doubles(LayerCase line) {
    return line.inputs(line.golden()).stream()
        .map(t -> t.isFloatingPoint() ? t.detach().to(DType.FLOAT64).requiresGrad_() : t).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  @Row("S4-045") void gradients_haveTheShapesOfTheirTensors_andPassGradcheck(LayerCase line) {
    Module module = line.make().get().toDouble();
    List<Tensor> inputs = doubles(line);
    List<Tensor> leaves = new ArrayList<>(inputs.stream().filter(Tensor::requiresGrad).toList());
    leaves.addAll(module.parameters());
    Tensor weights = line.golden().tensor("gradient").to(DType.FLOAT64);
    TensorFunction<Tensor> weighed = in -> call(line, module, inputs).mul(weights).sum();
    weighed.apply().backward();
    for (Tensor leaf : leaves) assertThat(leaf.grad()).hasShape(leaf.shape().toLongArray());
    assertThat(Autograd.gradcheck(weighed, leaves, o -> o)).isTrue();
  }

  @Row("S4-044")
  @Test void linear_byDimensionAnalysis() {
    var linear = new Linear(2, 2);
    Tensor x = Torch.tensor(new float[][] {{1, 2}, {3, 4}, {5, 6}}).requiresGrad_();
    Tensor upstream = Torch.tensor(new float[][] {{1, 0}, {0, 1}, {1, 1}});
    linear.call(x).backward(upstream);
    assertThat(linear.weight.grad().t()).isIdenticalTo(Torch.tensor(new float[][] {{6, 8}, {8, 10}}));
    assertThat(linear.weight.grad().t()).isIdenticalTo(x.detach().t().matmul(upstream));
    assertThat(linear.bias.grad()).isIdenticalTo(Torch.tensor(new float[] {2, 2}));
    assertThat(x.grad()).isCloseTo(upstream.matmul(linear.weight.detach()));
  }

  /** The same without a layer: score = XW + b, with W of the shape (in, out) and b a row. */
  @Row("S4-044")
  @Test void score_byDimensionAnalysis() {
    Tensor x = Torch.tensor(new float[][] {{1, 2}, {3, 4}, {5, 6}}).requiresGrad_();
    Tensor w = Torch.tensor(new float[][] {{1, -1}, {2, 0.5f}}).requiresGrad_();
    Tensor b = Torch.zeros(1, 2).requiresGrad_();
    Tensor upstream = Torch.tensor(new float[][] {{1, 0}, {0, 1}, {1, 1}});
    x.matmul(w).add(b).backward(upstream);
    assertThat(w.grad()).isIdenticalTo(Torch.tensor(new float[][] {{6, 8}, {8, 10}}));
    assertThat(b.grad()).isIdenticalTo(Torch.tensor(new float[][] {{2, 2}}));
    assertThat(x.grad()).isCloseTo(upstream.matmul(w.detach().t()));
  }
}
