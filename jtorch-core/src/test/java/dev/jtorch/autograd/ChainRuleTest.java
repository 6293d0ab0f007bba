package dev.jtorch.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Index;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients compose along any graph, and what is used twice gets the sum of both paths. */
class ChainRuleTest {
  @Row("S4-046")
  @Test void gradient_ofAReusedTensor_isTheSumOfItsPaths() {
    Tensor x = Torch.tensor(new double[] {0.5, -1, 2}).requiresGrad_();
    Tensor w = Torch.tensor(new double[] {2, 3, -1}).requiresGrad_();
    TensorFunction<Tensor> branches = in -> {
      Tensor shared = in[0].mul(in[1]).tanh();
      Tensor left = shared.exp().mul(in[0]);
      Tensor right = shared.pow(2).sum().mul(shared);
      return left.add(right).sum().mul(in[1].sum());
    };
    assertThat(Autograd.gradcheck(branches, x, w)).isTrue();
    assertThat(Autograd.gradgradcheck(branches, x, w)).isTrue();
    x.mul(x).add(x).sum().backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(2 * 0.5 + 1, 2 * -1 + 1, 2 * 2 + 1);
  }

  @Row("S4-046")
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}) void gradients_ofARandomGraph(int seed) {
    Torch.manualSeed(seed);
    Tensor[] leaves = new Tensor[3];
    Arrays.setAll(leaves, i -> Torch.randn(2, 2).toDouble().requiresGrad_());
    assertThat(Autograd.gradcheck(in -> randomGraph(new Random(seed), in), leaves)).isTrue();
  }

  /** Each node takes any two that there are already. */
  private static Tensor randomGraph(Random random, Tensor... leaves) {
    List<Tensor> nodes = new ArrayList<>(List.of(leaves));
    for (int i = 0; i < 8; i++) {
      Tensor a = nodes.get(random.nextInt(nodes.size()));
      Tensor b = nodes.get(random.nextInt(nodes.size()));
      nodes.add(switch (random.nextInt(6)) {
        case 0 -> a.add(b);
        case 1 -> a.tanh().mul(b);
        case 2 -> a.matmul(b).sigmoid();
        case 3 -> a.sum(0, true).sub(b).sin();
        case 4 -> Torch.cat(List.of(a, b), 1).get(Index.ELLIPSIS, Index.slice(1, 3)).tanh();
        default -> a.t().div(b.pow(2).add(1));
      });
    }
    return nodes.get(nodes.size() - 1);
  }
}
