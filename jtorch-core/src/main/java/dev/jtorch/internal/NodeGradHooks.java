package dev.jtorch.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bytedeco.pytorch.FunctionPreHook;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The hooks on the tensors that one node made, by the number of the output. One native callback serves them all, so that adding
 * and removing hooks touches no native memory.
 */
final class NodeGradHooks extends FunctionPreHook {
  private final Map<Long, GradHooks> byOutput = new ConcurrentSkipListMap<>();

  GradHooks output(long number) { return byOutput.computeIfAbsent(number, n -> new GradHooks()); }

  @Override public TensorVector apply(TensorVector grads) {
    try {
      Tensor[] result = grads.get();
      byOutput.forEach((output, hooks) -> {
        Tensor grad = result[output.intValue()];
        Tensor replaced = grad.defined() ? hooks.run(grad) : null;
        if (replaced != null) result[output.intValue()] = replaced;
      });
      return ThreadState.current().returning(new TensorVector(result));
    } catch (Throwable failure) {
      throw HookFailures.carried(failure);
    }
  }
}
