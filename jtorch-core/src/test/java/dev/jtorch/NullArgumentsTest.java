package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.ConvOptions;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.loss.MSELoss;
import dev.jtorch.nn.padding.ZeroPad2d;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The words for null arguments. That none is forgotten is what the fuzz of the public interface shows. */
class NullArgumentsTest {
  private static final Tensor X = Torch.ones(2, 2).keepForever();

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThat(catchThrowable(call)).isInstanceOf(TorchException.class).hasMessage(message);
  }

  @Test void methods_ofTensors() {
    assertRefused(() -> X.add((Tensor) null), "add: other is null (expected: a tensor)");
    assertRefused(() -> X.add((Number) null), "add: other is null (expected: a number)");
    assertRefused(() -> X.addmm(X, null), "addmm: mat2 is null (expected: a tensor)");
    assertRefused(() -> X.std((int[]) null), "std: dim is null (expected: an array of int)");
    assertRefused(() -> X.view((long[]) null), "view: size is null (expected: an array of long)");
    assertRefused(() -> X.to((DType) null), "to: dtype is null (expected: a DType)");
    assertRefused(() -> X.get((Object[]) null), "get: parts is null (expected: an array of objects)");
    assertRefused(() -> X.movedim(new int[] {0}, null), "movedim: destination is null (expected: an array of int)");
  }

  @Test void functions() {
    assertRefused(() -> Torch.cat(Arrays.asList(X, null)), "cat: tensors[1] is null (expected: a tensor)");
    assertRefused(() -> Torch.cat((List<Tensor>) null), "cat: tensors is null (expected: a list of tensors)");
    assertRefused(() -> Torch.blockDiag(X, null), "blockDiag: tensors[1] is null (expected: a tensor)");
    assertRefused(() -> Torch.where(X, X, (Tensor) null), "where: other is null (expected: a tensor)");
    assertRefused(() -> Torch.tensor((float[]) null), "tensor: values is null (expected: an array of float)");
    assertRefused(() -> Linalg.solve(X, null), "solve: b is null (expected: a tensor)");
    assertRefused(() -> Torch.einsum(null, X), "einsum: equation is null (expected: a string)");
    assertRefused(() -> Torch.save(X, (Path) null), "save: path is null (expected: a Path)");
    assertRefused(() -> F.linear(null, X), "linear: input is null (expected: a tensor)");
    assertRefused(() -> F.conv2d(X, X, null, (ConvOptions) null), "conv2d: o is null (expected: a ConvOptions)");
    assertRefused(() -> F.mseLoss(X, null), "mseLoss: target is null (expected: a tensor)");
    assertRefused(() -> F.adaptiveMaxPool2d(null, 1), "adaptiveMaxPool2d: input is null (expected: a tensor)");
    assertRefused(() -> Size.of((long[]) null), "of: sizes is null (expected: an array of long)");
  }

  @Test void options() {
    assertRefused(() -> Torch.zeros(new long[] {2}, null),
        "zeros: with is null (expected: a function of options, such as o -> o)");
    assertRefused(() -> new Linear(2, 2, null),
        "Linear: with is null (expected: a function of options, such as o -> o)");
    assertRefused(() -> new Linear(2, 2, o -> null), "Linear: with returned null (expected: an Options)");
    UnaryOperator<ConvOptions> padded = o -> o.padding((long[]) null);
    assertRefused(() -> F.conv2d(X, X, null, padded), "padding: amounts is null (expected: an array of long)");
  }

  @Test void layersAndLosses() {
    assertRefused(() -> new Conv2d(1, 1, (long[]) null, o -> o),
        "Conv2d: kernelSize is null (expected: an array of long)");
    assertRefused(() -> new ZeroPad2d((long[]) null), "ZeroPad2d: padding is null (expected: an array of long)");
    assertRefused(() -> new Sequential((List<Linear>) null),
        "Sequential: layers is null (expected: a list of Modules)");
    assertRefused(() -> new Linear(2, 2).call(null), "Linear: linear: input is null (expected: a tensor)");
    assertRefused(() -> new Sequential(new Linear(2, 2)).call(null),
        "in 0 (Linear): linear: input is null (expected: a tensor)");
    assertRefused(() -> new MSELoss().call(X, null), "MSELoss: mseLoss: target is null (expected: a tensor)");
  }
}
