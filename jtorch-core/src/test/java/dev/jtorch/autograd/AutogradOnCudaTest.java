package dev.jtorch.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Device;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.functional.F;
import dev.jtorch.testing.OnCuda;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Java code within a backward pass on a CUDA device runs as on the CPU: on the caller's thread, in its scopes and modes. */
@OnCuda
class AutogradOnCudaTest {
  private static Tensor ones(long size) {
    return Torch.ones(new long[] {size}, o -> o.device(Device.cuda(0)).requiresGrad(true));
  }

  @Test void hooks_runOnTheCallersThread() {
    List<Thread> threads = new ArrayList<>();
    Tensor x = ones(3);
    x.registerHook(grad -> {
      threads.add(Thread.currentThread());
      return grad.mul(2);
    });
    Tensor y = x.exp();
    y.registerHook(grad -> {
      threads.add(Thread.currentThread());
      return null;
    });
    y.sum().backward();
    assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
    assertThat(x.grad()).hasToString("tensor([5.4366, 5.4366, 5.4366], device='cuda:0')");
  }

  @Test void hook_thatThrows_throwsTheVeryException() {
    var failure = new IllegalStateException("mine");
    Tensor y = ones(3).exp();
    y.registerHook(grad -> {
      throw failure;
    });
    assertThatThrownBy(() -> y.sum().backward()).isSameAs(failure);
  }

  @Test void gradients_ofHooks_endWithTheCallersScope() {
    List<Tensor> seen = new ArrayList<>();
    Tensor x = ones(3);
    try (var scope = Scope.open()) {
      Tensor y = x.exp();
      y.registerHook(grad -> {
        seen.add(grad.add(1));
        return null;
      });
      y.sum().backward();
    }
    assertThat(seen).singleElement().satisfies(t -> assertThat(t.isReleased()).isTrue());
  }

  @Test void checkpoint_drawsTheSameNumbersOnTheDevice() {
    Tensor x = ones(1000);
    Tensor y = Checkpointing.checkpoint(in -> F.dropout(in, 0.5, true), x);
    Torch.rand(new long[] {7}, o -> o.device(Device.cuda(0)));
    y.sum().backward();
    assertThat(x.grad().equal(y.detach())).isTrue();
  }

  @Test void checkpoint_refusesChosenInputs() {
    Tensor x = ones(3);
    Tensor y = Checkpointing.checkpoint(Tensor::exp, x).sum();
    assertThatThrownBy(() -> Autograd.grad(y, List.of(x))).isInstanceOf(TorchException.class)
        .hasMessageStartingWith("torch.utils.checkpoint is incompatible with .grad()");
  }
}
