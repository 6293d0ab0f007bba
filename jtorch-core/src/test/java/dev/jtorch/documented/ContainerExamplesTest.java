package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.LeakyReLU;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.activation.Tanh;
import dev.jtorch.nn.container.ModuleDict;
import dev.jtorch.nn.container.ModuleList;
import dev.jtorch.nn.container.ParameterDict;
import dev.jtorch.nn.container.ParameterList;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.nn.shape.Flatten;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of containers and whole models; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class ContainerExamplesTest {
  @Test void moduleDict() {
    // example ModuleDict
    var acts = new ModuleDict<Layer>(entry("relu", new ReLU()), entry("tanh", new Tanh()));
    acts.put("leaky", new LeakyReLU(0.2));
    Tensor y = acts.get("leaky").call(Torch.tensor(-1.0, 1.0)); // tensor([-0.2000,  1.0000])
    // end
    assertThat(y).isPrintedAs("tensor([-0.2000,  1.0000])");
  }

  @Test void moduleList() {
    // example ModuleList
    var layers = new ModuleList<Linear>();
    for (int i = 0; i < 3; i++) layers.append(new Linear(10, 10));
    Tensor x = Torch.randn(2, 10);
    for (Linear layer : layers) x = layer.call(x).relu(); // (2, 10)
    // end
    assertThat(x).hasShape(2, 10);
    assertThat(layers.size()).isEqualTo(3);
  }

  @Test void parameterDict() {
    // example ParameterDict
    var weights = new ParameterDict(entry("left", Torch.randn(5, 10)), entry("right", Torch.randn(5, 10)));
    Tensor y = Torch.randn(3, 5).matmul(weights.get("left")); // (3, 10)
    // end
    assertThat(y).hasShape(3, 10);
  }

  @Test void parameterList() {
    // example ParameterList
    var weights = new ParameterList(Torch.randn(10, 10), Torch.randn(10, 10));
    Tensor x = Torch.randn(2, 10);
    for (Parameter weight : weights) x = x.matmul(weight); // (2, 10)
    // end
    assertThat(x).hasShape(2, 10);
  }

  @Test void sequential() {
    // example Sequential
    var net = new Sequential(new Conv2d(1, 20, 5), new ReLU(), new Conv2d(20, 64, 5), new ReLU());
    Tensor y = net.call(Torch.randn(1, 1, 28, 28)); // (1, 64, 20, 20)
    net.append("flat", new Flatten());
    Tensor z = net.call(Torch.randn(1, 1, 28, 28)); // (1, 25600)
    // end
    assertThat(y).hasShape(1, 64, 20, 20);
    assertThat(z).hasShape(1, 25600);
  }

  @Test void wholeModel(@TempDir Path folder) {
    Path file = folder.resolve("net.pt");
    var net = new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 2));
    Tensor x = Torch.randn(5, 4);
    // example WholeModel
    WholeModel.save(net, file);
    Sequential again = WholeModel.load(file, Sequential.class);
    // end
    assertThat(again.call(x)).isIdenticalTo(net.call(x));
  }
}
