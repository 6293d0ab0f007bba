package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.jtorch.Cuda;
import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.FutureFlags;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.TestNets.Affine;
import dev.jtorch.nn.TestNets.Bag;
import dev.jtorch.nn.TestNets.Net;
import dev.jtorch.nn.TestNets.Stats;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.optim.SGD;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

/** What a module does to all its tensors: freezes, clears, converts and moves them. */
class ModuleConversionTest {
  private static Linear trained() {
    var linear = new Linear(2, 2);
    linear.call(Torch.ones(1, 2)).sum().backward();
    return linear;
  }

  @Row("S2-014")
  @Test void requiresGrad_freezesAndThaws() {
    var net = new Sequential(new Linear(2, 2), new Sequential(new BatchNorm1d(2)));
    assertThat(net.requiresGrad_(false)).isSameAs(net);
    Tensor x = Torch.randn(4, 2).requiresGrad_();
    net.call(x).sum().backward();
    assertThat(net.parameters()).allMatch(p -> p.grad() == null);
    assertThat(net.buffers()).noneMatch(Tensor::requiresGrad);
    assertThat(net.requiresGrad_()).isSameAs(net);
    net.call(x).sum().backward();
    assertThat(net.parameters()).allMatch(p -> p.grad() != null);
    assertThat(net.buffers()).noneMatch(Tensor::requiresGrad);
  }

  @Row("S2-015")
  @Test void zeroGrad_removesOrFills() {
    var linear = trained();
    Tensor grad = linear.weight.grad();
    linear.zeroGrad(false);
    assertThat(linear.weight.grad()).isSameAs(grad);
    assertThat(grad).isIdenticalTo(Torch.zeros(2, 2));
    linear.zeroGrad();
    assertThat(linear.parameters()).allMatch(p -> p.grad() == null);
    linear.zeroGrad(false);
    assertThat(linear.parameters()).allMatch(p -> p.grad() == null);
  }

  @Row("S2-015")
  @Test void zeroGrad_takesAGradientOutOfItsGraph() {
    var linear = new Linear(2, 2);
    linear.call(Torch.ones(1, 2)).pow(2).sum().backward(o -> o.createGraph(true));
    Tensor grad = linear.weight.grad();
    assertThat(grad.gradFn()).isNotNull();
    linear.zeroGrad(false);
    assertThat(linear.weight.grad()).isSameAs(grad);
    assertThat(grad.gradFn()).isNull();
    assertThat(grad.requiresGrad()).isFalse();
    assertThat(grad).isIdenticalTo(Torch.zeros(2, 2));
  }

  @Row("S2-016")
  @Test void dtypes_leaveIntegersAlone() {
    var net = new Sequential(new Conv2d(1, 2, 1), new BatchNorm2d(2));
    var bn = (BatchNorm2d) net.get(1);
    assertThat(net.toHalf()).isSameAs(net);
    assertThat(net.parameters()).allMatch(p -> p.dtype() == DType.FLOAT16);
    assertThat(bn.runningVar.dtype()).isEqualTo(DType.FLOAT16);
    assertThat(bn.numBatchesTracked.dtype()).isEqualTo(DType.INT64);
    net.toBFloat16();
    assertThat(bn.runningMean.dtype()).isEqualTo(DType.BFLOAT16);
    net.toFloat();
    assertThat(bn.runningMean.dtype()).isEqualTo(DType.FLOAT32);
    net.toDouble();
    assertThat(net.parameters()).allMatch(p -> p.dtype() == DType.FLOAT64);
    assertThat(bn.runningMean.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(bn.numBatchesTracked.dtype()).isEqualTo(DType.INT64);
  }

  @Row("S2-018")
  @Test void type_convertsIntegersToo() {
    var bn = new BatchNorm2d(2);
    assertThat(bn.type(DType.FLOAT32)).isSameAs(bn);
    assertThat(bn.numBatchesTracked.dtype()).isEqualTo(DType.FLOAT32);
  }

  @Row({"S2-019", "S2-022"})
  @Test void to_keepsParameters() {
    var net = new Net();
    Parameter weight = net.c.weight;
    assertThat(net.to(Device.CPU)).isSameAs(net);
    assertThat(net.to(Device.CPU, DType.FLOAT64)).isSameAs(net);
    assertThat(net.c.weight).isSameAs(weight);
    assertThat(weight.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(weight.isLeaf()).isTrue();
    assertThat(weight.gradFn()).isNull();
    assertThat(((Stats) net.b).scratch.persistent()).isFalse();
    assertThat(((Stats) net.b).numBatchesTracked.dtype()).isEqualTo(DType.INT64);
    assertThatThrownBy(() -> net.to(DType.INT32)).isInstanceOf(DTypeException.class).hasMessage(
        "nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.int32");
  }

  @Row("S2-017")
  @Test void optimizer_goesOnAfterAMove() {
    var linear = new Linear(2, 2);
    var sgd = new SGD(linear.parameters(), o -> o.lr(0.5));
    linear.to(Device.of("cpu:0"));
    long before = linear.weight.dataPtr();
    linear.applyToTensors(Tensor::clone); // what a move to another device does: other storage behind the same parameters
    assertThat(linear.weight.dataPtr()).isNotEqualTo(before);
    Tensor old = linear.weight.detach().clone();
    linear.call(Torch.ones(1, 2)).sum().backward();
    sgd.step();
    assertThat(linear.weight).isIdenticalTo(old.sub(0.5));
    assertThat(linear.cpu()).isSameAs(linear);
  }

  @Row("S2-017")
  @Test void cuda_withoutADevice() {
    assumeFalse(Cuda.isAvailable(), "needs a machine without an NVIDIA GPU");
    assertThatThrownBy(() -> new Linear(1, 1).cuda()).isInstanceOf(DeviceException.class).hasMessageContaining("cuda");
  }

  @Row("S2-022")
  @Test void overwriteFlag_putsNewParametersIn() {
    var linear = trained();
    linear.bias.requiresGrad_(false);
    Parameter weight = linear.weight;
    Tensor grad = weight.grad();
    Parameter bias = linear.bias;
    FutureFlags.setOverwriteModuleParamsOnConversion(true);
    try {
      linear.toDouble();
      assertThat(FutureFlags.getOverwriteModuleParamsOnConversion()).isTrue();
    } finally {
      FutureFlags.setOverwriteModuleParamsOnConversion(false);
    }
    assertThat(linear.weight).isNotSameAs(weight);
    assertThat(linear.weight.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(linear.weight.requiresGrad()).isTrue();
    assertThat(linear.weight.isLeaf()).isTrue();
    assertThat(linear.weight.gradFn()).isNull();
    assertThat(linear.weight.grad().dtype()).isEqualTo(DType.FLOAT64);
    assertThat(linear.bias).isNotSameAs(bias);
    assertThat(linear.bias.requiresGrad()).isFalse();
    assertThat(weight.dtype()).isEqualTo(DType.FLOAT32);
    assertThat(weight.grad()).isSameAs(grad);
  }

  @Row("S2-022")
  @Test void metaDevice_cannotTakeThePlaceOfElements() {
    var linear = new Linear(2, 2);
    Parameter weight = linear.weight;
    linear.registerParameter("none", null);
    linear.to(Device.META);
    assertThat(linear.weight).isNotSameAs(weight);
    assertThat(linear.weight.device()).isEqualTo(Device.META);
    assertThat(linear.weight.requiresGrad()).isTrue();
  }

  @Row("S2-023")
  @Test void toDouble_convertsGradients() {
    var linear = trained();
    Tensor grad = linear.weight.grad();
    linear.toDouble();
    assertThat(linear.weight.grad().dtype()).isEqualTo(DType.FLOAT64);
    assertThat(linear.weight.grad()).isSameAs(grad);
    assertThat(grad.requiresGrad()).isFalse();
    linear.call(Torch.ones(1, 2).to(DType.FLOAT64)).sum().backward();
    assertThat(linear.weight.grad()).isIdenticalTo(Torch.ones(2, 2).to(DType.FLOAT64).mul(2));
  }

  @Row("S2-024")
  @Test void toDouble_replacesBuffers() {
    var bn = new BatchNorm1d(2);
    Buffer mean = bn.runningMean;
    bn.to(Device.CPU);
    assertThat(bn.runningMean).isSameAs(mean);
    assertThat(bn.toDouble()).isSameAs(bn);
    assertThat(bn.runningMean).isNotSameAs(mean);
    assertThat(mean.dtype()).isEqualTo(DType.FLOAT32);
  }

  @Row("S2-020")
  @Test void applyToTensors_reachesParametersGradientsAndBuffers() {
    var net = new Sequential(trained(), new BatchNorm1d(2));
    var linear = (Linear) net.get(0);
    Tensor weight = linear.weight.detach().clone();
    net.getBuffer("1.running_mean").fill_(3);
    net.applyToTensors(t -> t.mul(2));
    assertThat(linear.weight.detach()).isIdenticalTo(weight.mul(2));
    assertThat(linear.weight.grad()).isIdenticalTo(Torch.full(new long[] {2, 2}, 2.0));
    assertThat(net.getParameter("1.weight").detach()).isIdenticalTo(Torch.full(new long[] {2}, 2.0));
    assertThat(net.getBuffer("1.running_mean")).isIdenticalTo(Torch.full(new long[] {2}, 6.0));
    assertThat(net.getBuffer("1.running_var")).isIdenticalTo(Torch.full(new long[] {2}, 2.0));
  }

  @Row({"S2-020", "S2-021"})
  @Test void applyToTensors_visitsSharedModulesTwice() {
    var shared = new Affine();
    var bag = new Bag().with("x", new Bag().with("s", shared)).with("y", new Bag().with("s", shared));
    bag.applyToTensors(t -> t.mul(2));
    assertThat(shared.weight.mean().item()).isEqualTo(4);
    bag.toDouble();
    assertThat(shared.weight.mean().item()).isEqualTo(4);
  }
}
