package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.ELU;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.ModuleList;
import dev.jtorch.nn.container.ParameterDict;
import dev.jtorch.nn.container.ParameterList;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.conv.ConvTranspose1d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.norm.InstanceNorm1d;
import dev.jtorch.nn.padding.ReflectionPad2d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.testing.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of a subclass: constructor, forward, extraRepr, resetParameters. */
class SubclassingTest {
  /** Python finds out at the first call: {@code Module [User] is missing the required "forward" function}. */
  @Row("S2-004")
  @Test void missingForward_doesNotCompile() {
    assertThat(Compiled.errorsOf("class User extends dev.jtorch.nn.Layer {}")).containsExactly(
        "User is not abstract and does not override abstract method forward(dev.jtorch.Tensor) in dev.jtorch.nn.Model");
    assertThat(Compiled.errorsOf("class User extends dev.jtorch.nn.Module { { call(1); } }"))
        .containsExactly("cannot find symbol");
  }

  static List<LayerCase> withParameters() {
    return LayerCases.all().filter(line -> !line.make().get().parameters().isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("withParameters")
  @Row("S2-004") void resetParameters_drawsInPlace(LayerCase line) {
    Torch.manualSeed(0);
    Module module = line.make().get();
    List<Tensor> initial = module.parameters().stream().map(Tensor::clone).toList();
    List<Parameter> parameters = module.parameters();
    parameters.forEach(p -> Init.constant_(p, 7));
    Torch.manualSeed(0);
    module.apply(Module::resetParameters);
    for (int i = 0; i < parameters.size(); i++) {
      assertThat(module.parameters().get(i)).isSameAs(parameters.get(i));
      assertThat(parameters.get(i).detach()).isIdenticalTo(initial.get(i).detach());
    }
  }

  @Row("S2-004")
  @Test void resetParameters_ofATree() {
    var net = new Sequential(new Linear(3, 2), new BatchNorm1d(2));
    Tensor before = net.getParameter("0.weight").clone();
    net.call(Torch.randn(4, 3));
    net.apply(Module::resetParameters);
    assertThat(net.getParameter("0.weight").equal(before)).isFalse();
    assertThat(net.getBuffer("1.running_mean")).isIdenticalTo(Torch.zeros(2));
  }

  /** The variables' types are the test: each layer's methods return the layer's own class. */
  @Test void conversions_returnTheLayersOwnClass() {
    Conv2d conv = new Conv2d(1, 2, 3).requiresGrad_(false).to(DType.FLOAT64).eval();
    ConvTranspose1d transposed = new ConvTranspose1d(1, 2, 3).train().cpu();
    BatchNorm2d norm = new BatchNorm2d(2).eval().toDouble();
    InstanceNorm1d instanceNorm = new InstanceNorm1d(2).deepCopy();
    MaxPool2d maxPool = new MaxPool2d(2).to("cpu");
    AdaptiveAvgPool2d meanPool = new AdaptiveAvgPool2d(1).train(false);
    Dropout dropout = new Dropout(0.1).apply(Module::resetParameters);
    ReLU relu = new ReLU().eval();
    ELU elu = new ELU().eval();
    ReflectionPad2d pad = new ReflectionPad2d(1).eval();
    ParameterList weights = new ParameterList(Torch.ones(2)).toDouble().requiresGrad_(false);
    ParameterDict named = new ParameterDict().eval().deepCopy();
    ModuleList<Linear> layers = new ModuleList<>(new Linear(1, 1)).eval().deepCopy();
    assertThat(List.of(conv, transposed, norm, instanceNorm, maxPool, meanPool, dropout, relu, elu, pad)).hasSize(10);
    assertThat(List.of(weights, named, layers)).hasSize(3);
  }
}
