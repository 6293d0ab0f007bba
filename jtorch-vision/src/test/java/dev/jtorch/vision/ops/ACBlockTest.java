package dev.jtorch.vision.ops;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.Tolerance;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ACBlockTest {
  private static long count(Module module) {
    return module.parameters().stream().mapToLong(Tensor::numel).sum();
  }

  /** Statistics, scales and shifts as after some training. */
  private static ACBlock trained(ACBlock block) {
    Torch.manualSeed(1);
    try (var quiet = Torch.noGrad()) {
      block.stateDict().forEach((key, tensor) -> {
        if (key.contains("bn.") && tensor.isFloatingPoint()) tensor.uniform_(0.5, 1.5);
      });
    }
    return block;
  }

  static Stream<ACBlock> blocks() {
    return Stream.of(new ACBlock(4, 6, 3), new ACBlock(4, 6, 3, o -> o.stride(2)),
        new ACBlock(4, 6, 3, o -> o.groups(2)), new ACBlock(4, 4, 3, o -> o.groups(4).stride(2)),
        new ACBlock(4, 6, 5), new ACBlock(4, 6, 5, o -> o.stride(2).groups(2)),
        new ACBlock(4, 6, 3, o -> o.padding(3)), new ACBlock(4, 6, 1));
  }

  @ParameterizedTest @MethodSource("blocks") @Row("S4-244") void fusedConvolution_doesTheSame(ACBlock block) {
    trained(block).eval();
    long before = count(block);
    Tensor x = Torch.randn(2, 4, 9, 12);
    Tensor expected = block.call(x);
    block.switchToDeploy();
    Conv2d fused = block.fusedConv;
    assertThat(block.call(x)).isCloseTo(expected, Tolerance.REORDERED);
    assertThat(count(block)).isLessThan(before);
    assertThat(block.stateDict().keySet()).containsExactly("fused_conv.weight", "fused_conv.bias");

    block.switchToDeploy();
    assertThat(block.fusedConv).as("switching twice").isSameAs(fused);
    assertThat(block.call(x)).isCloseTo(expected, Tolerance.REORDERED);
  }

  @Test @Row("S4-244") void branches_lieInTheMiddleOfTheSquare() {
    var block = new ACBlock(1, 2, 5, o -> o.stride(2).padding(3));
    assertThat(block).hasToString("""
        ACBlock(
          (square_conv): Conv2d(1, 2, kernel_size=(5, 5), stride=(2, 2), padding=(3, 3), bias=False)
          (square_bn): BatchNorm2d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
          (ver_conv): Conv2d(1, 2, kernel_size=(5, 1), stride=(2, 2), padding=(3, 1), bias=False)
          (hor_conv): Conv2d(1, 2, kernel_size=(1, 5), stride=(2, 2), padding=(1, 3), bias=False)
          (ver_bn): BatchNorm2d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
          (hor_bn): BatchNorm2d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
        )""");
    Tensor x = Torch.randn(1, 1, 8, 9);
    assertThat(block.verConv.call(x).shape()).isEqualTo(block.squareConv.call(x).shape());
    assertThat(block.horConv.call(x).shape()).isEqualTo(block.squareConv.call(x).shape());
    block.train();
    assertThat(block.call(x)).isIdenticalTo(block.squareBn.call(block.squareConv.call(x))
        .add(block.verBn.call(block.verConv.call(x))).add(block.horBn.call(block.horConv.call(x))));
    block.switchToDeploy();
    assertThat(block).hasToString("""
        ACBlock(
          (fused_conv): Conv2d(1, 2, kernel_size=(5, 5), stride=(2, 2), padding=(3, 3))
        )""");
    assertThat(block.training()).isTrue();
    assertThat(block.parameters()).allMatch(Tensor::requiresGrad);
  }

  @Test void refusals() {
    assertThatThrownBy(() -> new ACBlock(1, 1, 4)).isInstanceOf(TorchException.class)
        .hasMessage("ACBlock: kernelSize is 4 (expected: an odd one, which has a centre)");
    assertThatThrownBy(() -> new ACBlock(1, 1, 5, o -> o.padding(1))).isInstanceOf(TorchException.class)
        .hasMessage("ACBlock: padding is 1 (expected: 2 or more)");
    var block = new ACBlock(1, 1, 3);
    block.verBn = null;
    assertThatThrownBy(() -> block.call(Torch.zeros(1, 1, 3, 3)))
        .hasMessage("ACBlock: a branch is null (expected: a layer, until switchToDeploy)");
  }
}
