package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.autograd.Autograd;
import dev.jtorch.internal.SharingProbe;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one thread may do to a tensor while another one uses it, step by step; the attacks do it at random. */
class SharingTest {
  private final long patience = SharingProbe.patience();

  @AfterEach void restore() { SharingProbe.patience(patience); }

  /** What the other thread does while a backward pass runs. */
  private enum Change {
    GRAD {
      @Override void make(Tensor tensor) { tensor.grad(null); }
    },
    DATA {
      @Override void make(Tensor tensor) { tensor.data(Torch.ones(3)); }
    },
    HOOK {
      @Override void make(Tensor tensor) { tensor.registerPostAccumulateGradHook(p -> {}); }
    };

    abstract void make(Tensor tensor);
  }

  private static <T> FutureTask<T> start(String name, Callable<T> action) {
    var task = new FutureTask<>(action);
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static <T> T result(FutureTask<T> task) throws Exception { return task.get(1, TimeUnit.MINUTES); }

  /** A backward pass by another thread, in whose middle a hook waits. */
  private static final class Pass {
    final Tensor leaf = Torch.ones(3).requiresGrad_();
    final CountDownLatch inside = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    final FutureTask<Void> task;

    Pass(String name, Runnable then) {
      task = start(name, () -> {
        Tensor product = leaf.mul(2);
        product.registerHook(grad -> {
          inside.countDown();
          awaitUninterrupted(goOn);
          then.run();
          return null;
        });
        product.sum().backward();
        return null;
      });
      awaitUninterrupted(inside);
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource void change_waitsForAnotherThreadsBackward(Change change) throws Exception {
    var pass = new Pass("pass", () -> {});
    FutureTask<Void> changing = start("changing", () -> {
      change.make(pass.leaf);
      return null;
    });
    SharingProbe.awaitWaitsForRegions("changing");
    assertThat(changing.isDone()).isFalse();
    pass.goOn.countDown();
    result(pass.task);
    result(changing);
    if (change == Change.GRAD) assertThat(pass.leaf.grad()).isNull();
    else assertThat(pass.leaf.grad().toFloatArray()).containsExactly(2, 2, 2);
  }

  @Test void change_isRefusedWhenTheBackwardPassDoesNotEnd() throws Exception {
    SharingProbe.patience(TimeUnit.MILLISECONDS.toNanos(20));
    var pass = new Pass("pass", () -> {});
    String expected = ": thread 'pass' still runs a backward pass or a step of an optimizer"
        + " (expected: no other thread computing with a tensor that is changed)";
    assertThatThrownBy(() -> pass.leaf.grad(null)).isExactlyInstanceOf(TorchException.class)
        .hasMessage("grad" + expected);
    assertThatThrownBy(() -> pass.leaf.data(Torch.ones(3))).isExactlyInstanceOf(TorchException.class)
        .hasMessage("data" + expected);
    pass.goOn.countDown();
    result(pass.task);
    SharingProbe.patience(patience);
    pass.leaf.grad(null);
    assertThat(pass.leaf.grad()).isNull();
  }

  @Test void twoHooksThatChangeWhatTheOtherOnesPassReaches_oneIsRefused() throws Exception {
    Tensor[] leaves = new Tensor[2];
    var first = new Pass("first", () -> leaves[1].grad(null));
    var second = new Pass("second", () -> leaves[0].grad(null));
    leaves[0] = first.leaf;
    leaves[1] = second.leaf;
    first.leaf.numel(); // used by this thread, too, as the hooks of the two use each other's
    second.leaf.numel();
    first.goOn.countDown();
    SharingProbe.awaitWaitsForRegions("first");
    second.goOn.countDown();
    assertThatThrownBy(() -> result(second.task)).hasCauseInstanceOf(TorchException.class)
        .hasRootCauseMessage("grad: thread 'first' waits for this one"
            + " (expected: no other thread computing with a tensor that is changed)");
    result(first.task);
  }

  @Test void hook_mayChangeWhatItsOwnPassReaches() throws Exception {
    Tensor[] leaf = new Tensor[1];
    var pass = new Pass("pass", () -> leaf[0].data(Torch.full(new long[] {3}, 7.0)).grad(Torch.ones(3)));
    leaf[0] = pass.leaf;
    pass.goOn.countDown();
    result(pass.task);
    assertThat(pass.leaf.detach().toFloatArray()).containsExactly(7, 7, 7);
    assertThat(pass.leaf.grad().toFloatArray()).containsExactly(3, 3, 3);
  }

  @Test void parameter_movesToTheThreadThatTrainsIt() throws Exception {
    Tensor leaf = Torch.ones(3).requiresGrad_();
    assertThat(SharingProbe.isMine(leaf)).isTrue();
    boolean moved = result(start("trainer", () -> {
      leaf.mul(2).sum().backward();
      return SharingProbe.isMine(leaf);
    }));
    assertThat(moved).isTrue();
    assertThat(SharingProbe.isMine(leaf)).isFalse();
    leaf.numel();
    assertThat(SharingProbe.isEverybodys(leaf)).isTrue();
  }

  @Test void parameter_ofALivingGraphBelongsToAll() throws Exception {
    Tensor leaf = Torch.ones(3).requiresGrad_();
    Tensor graph = leaf.mul(2);
    result(start("other", leaf::numel));
    assertThat(SharingProbe.isEverybodys(leaf)).isTrue();
    assertThat(graph.requiresGrad()).isTrue();
  }

  @Test void sameTensorByAnotherHandle_isSharedThroughIt() throws Exception {
    Tensor tensor = Torch.ones(3);
    Tensor same = tensor.contiguous();
    assertThat(SharingProbe.isMine(same)).isTrue();
    result(start("other", same::numel));
    assertThat(SharingProbe.isMine(tensor)).isFalse();
    assertThat(same.unsqueeze_(0).shape()).isEqualTo(tensor.shape());
  }

  /** LibTorch runs passes that are too deep inside of each other on threads of its own, which must not wait for the outer ones. */
  @Test void changes_onTheEnginesOwnThreads() throws Exception {
    Tensor node = Torch.ones(3).requiresGrad_().mul(2).retainGrad();
    result(start("other", () -> {
      node.sum().backward(o -> o.retainGraph(true));
      return "";
    }));
    Tensor leaf = Torch.ones(3).requiresGrad_();
    int[] depth = {0};
    leaf.registerHook(grad -> {
      if (depth[0]++ == 99) {
        leaf.grad(null);
        leaf.data(Torch.full(new long[] {3}, 7.0));
      } else if (depth[0] < 100) {
        try (var recording = Torch.enableGrad()) {
          Autograd.grad(leaf.mul(2).sum(), List.of(leaf));
        }
      }
      return null;
    });
    leaf.mul(1).sum().backward();
    assertThat(depth[0]).isEqualTo(100);
    assertThat(leaf.grad().toFloatArray()).containsExactly(1, 1, 1);
  }
}
