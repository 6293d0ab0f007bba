package dev.jtorch.vision.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Autograd;
import dev.jtorch.nn.functional.F;
import dev.jtorch.testing.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Gradients flow through the image operators that docs/training.md lists. */
class DifferentiableTest {
  private static Map<String, UnaryOperator<Tensor>> operators() {
    Map<String, UnaryOperator<Tensor>> operators = new LinkedHashMap<>();
    operators.put("Resize", new Resize(3, 7));
    operators.put("Resize without antialias", new Resize(9, 4, o -> o.antialias(false)));
    operators.put("Resize bicubic", new Resize(4, 4, o -> o.interpolation(InterpolationMode.BICUBIC)));
    operators.put("CenterCrop", new CenterCrop(4, 3));
    operators.put("Normalize", new Normalize(new double[] {0.5, 0.4}, new double[] {0.2, 0.3}));
    operators.put("ToTensor", new ToTensor());
    operators.put("flip", x -> x.flip(-1));
    operators.put("rot90", x -> x.rot90(1, -2, -1));
    operators.put("roll", x -> x.roll(2, -1));
    operators.put("F.pad", x -> F.pad(x, 1, 2, 0, 1));
    operators.put("blur by F.conv2d", x -> F.conv2d(x.unsqueeze(1), Torch.ones(1, 1, 3, 3).toDouble().div(9)));
    operators.put("F.avgPool2d", x -> F.avgPool2d(x.unsqueeze(0), 2));
    operators.put("grey by a weighted sum", x -> x.mul(Torch.tensor(new double[] {0.3, 0.7}).view(2, 1, 1)).sum(0));
    operators.put("gamma", x -> x.pow(2.2));
    operators.put("clamp", x -> x.clamp(0.1, 0.9));
    return operators;
  }

  @Row("S4-257")
  @TestFactory Stream<DynamicTest> gradients_flow() {
    return operators().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      Torch.manualSeed(1);
      Tensor image = Torch.rand(2, 6, 5).toDouble().requiresGrad_();
      assertThat(Autograd.gradcheck(in -> e.getValue().apply(in[0]), image)).isTrue();
    }));
  }
}
