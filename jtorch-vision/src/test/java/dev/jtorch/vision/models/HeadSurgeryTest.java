package dev.jtorch.vision.models;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.activation.Softmax;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** New ends for networks: another head, another input, another output. */
class HeadSurgeryTest {
  private static long count(Module net) {
    return net.parameters().stream().mapToLong(Tensor::numel).sum();
  }

  /** As the tutorial has it; for cross entropy the last layer is one too many, for it takes a softmax itself. */
  @Row("S5-027") @Test void head_isReplacedByAChain() {
    ResNet net = ResNet.resnet50();
    List<String> children = List.copyOf(net.namedChildren().keySet());
    assertThat(count(net)).isEqualTo(25_557_032);
    net.fc = new Sequential(entry("fc1", new Linear(2048, 128)), entry("relu1", new ReLU()),
        entry("dropout1", new Dropout(0.5)), entry("fc2", new Linear(128, 10)), entry("output", new Softmax(1)));
    assertThat(count(net)).isEqualTo(23_771_594);
    assertThat(net.namedChildren().keySet()).containsExactlyElementsOf(children);
    assertThat(net.stateDict().keySet()).hasSize(322).startsWith("conv1.weight", "bn1.weight")
        .endsWith("fc.fc1.weight", "fc.fc1.bias", "fc.fc2.weight", "fc.fc2.bias");
    Tensor out = net.call(Torch.randn(2, 3, 64, 64));
    assertThat(out.shape()).isEqualTo(Size.of(2, 10));
    TensorAssert.assertThat(out.detach().sum(1)).isCloseTo(Torch.ones(2), Tolerance.REORDERED);
  }

  /** An image and one number about it. */
  static class WithVariable extends Model<WithVariable.Input, Tensor> {
    record Input(Tensor image, Tensor variable) {}

    public Layer backbone = ResNet.resnet18();
    public Layer fc = new Linear(1000 + 1, 10);

    @Override protected Tensor forward(Input in) {
      return fc.call(Torch.cat(List.of(backbone.call(in.image()), in.variable()), 1));
    }
  }

  @Row("S5-028") @Test void variable_joinsBeforeTheLastLayer() {
    var net = new WithVariable();
    Tensor image = Torch.randn(2, 3, 64, 64).requiresGrad_();
    Tensor variable = Torch.randn(2, 1).requiresGrad_();
    Tensor out = net.call(new WithVariable.Input(image, variable));
    assertThat(out.shape()).isEqualTo(Size.of(2, 10));
    out.pow(2).sum().backward();
    assertThat(image.grad().abs().sum().item()).isPositive();
    assertThat(variable.grad().abs().sum().item()).isPositive();
  }

  /** The classes of a network, and classes made of them. */
  static class WithIntermediate extends Model<Tensor, WithIntermediate.Output> {
    record Output(Tensor classes, Tensor logits) {}

    public Layer net = ResNet.resnet50();
    public Layer relu = new ReLU();
    public Layer dropout = new Dropout();
    public Layer fc = new Linear(1000, 10);
    public Layer softmax = new Softmax(1);

    @Override protected Output forward(Tensor x) {
      Tensor logits = net.call(x);
      return new Output(softmax.call(fc.call(dropout.call(relu.call(logits)))), logits);
    }
  }

  @Row("S5-030") @Test void intermediateResult_isReturnedToo() {
    var net = new WithIntermediate();
    assertThat(count(net)).isEqualTo(25_567_042);
    net.eval();
    WithIntermediate.Output out = net.call(Torch.randn(1, 3, 64, 64));
    assertThat(out.classes().shape()).isEqualTo(Size.of(1, 10));
    assertThat(out.logits().shape()).isEqualTo(Size.of(1, 1000));
    assertThat(out.logits().equal(net.net.call(Torch.zeros(1, 3, 64, 64)))).isFalse();
    assertThat(net.toString()).startsWith("WithIntermediate(\n  (net): ResNet(\n    (conv1): Conv2d(3, 64, ").endsWith("""
          (relu): ReLU()
          (dropout): Dropout(p=0.5, inplace=False)
          (fc): Linear(in_features=1000, out_features=10, bias=True)
          (softmax): Softmax(dim=1)
        )""");
  }
}
