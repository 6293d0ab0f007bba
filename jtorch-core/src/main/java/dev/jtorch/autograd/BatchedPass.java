package dev.jtorch.autograd;

import dev.jtorch.IndexException;
import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several passes over one graph, for gradients that are stacked in their first dimension. */
final class BatchedPass {
  private final List<? extends Tensor> outputs;
  private final List<? extends Tensor> inputs;
  private final GradOptions options;
  private final boolean allowUnused;

  BatchedPass(List<? extends Tensor> outputs, List<? extends Tensor> inputs, GradOptions options,
      boolean allowUnused) {
    this.outputs = outputs;
    this.inputs = inputs;
    this.options = options;
    this.allowUnused = allowUnused;
  }

  List<@Nullable Tensor> run() {
    List<@Nullable Tensor> batches = options.gradOutputs();
    if (batches == null || batches.contains(null)) {
      throw new TorchException("Autograd.grad: gradOutputs has a null (expected: a batch of gradients for each output,"
          + " because isGradsBatched is true)");
    }
    long count = batchSize(batches);
    List<List<@Nullable Tensor>> passes = new ArrayList<>();
    for (long at = 0; at < count; at++) passes.add(pass(batches, at, at == count - 1));
    List<@Nullable Tensor> stacked = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) stacked.add(stacked(passes, i));
    return stacked;
  }

  private long batchSize(List<@Nullable Tensor> batches) {
    long count = -1;
    for (int i = 0; i < batches.size(); i++) {
      Tensor batch = Objects.requireNonNull(batches.get(i));
      if (batch.dim() == 0 || batch.size(0) == 0) {
        throw new IndexException("Autograd.grad: gradOutputs[" + i + "] has a shape of " + batch.shape()
            + " (expected: at least one gradient in the first dimension, because isGradsBatched is true)");
      }
      requireShape(i, batch);
      if (count >= 0 && count != batch.size(0)) {
        throw new ShapeException("vmap: Expected all tensors to have the same size in the mapped dimension, got sizes "
            + batches.stream().map(b -> Objects.requireNonNull(b).size(0)).toList() + " for the mapped dimension");
      }
      count = batch.size(0);
    }
    return count;
  }

  private void requireShape(int i, Tensor batch) {
    long[] sizes = batch.shape().toLongArray();
    Size one = Size.of(Arrays.copyOfRange(sizes, 1, sizes.length));
    if (i >= outputs.size() || one.equals(outputs.get(i).shape())) return;
    throw new ShapeException(
        "If `is_grads_batched=True`, we interpret the first dimension of each grad_output as the batch"
            + " dimension. The sizes of the remaining dimensions are expected to match the shape of corresponding output, but"
            + " a mismatch was detected: grad_output[" + i + "] has a shape of " + one + " and output[" + i
            + "] has a shape of " + outputs.get(i).shape()
            + ". If you only want some tensors in `grad_output` to be considered"
            + " batched, consider using vmap.");
  }

  /** The graph stays until the last pass, which frees it unless the options say otherwise. */
  private List<@Nullable Tensor> pass(List<@Nullable Tensor> batches, long at, boolean last) {
    List<Tensor> seeds = batches.stream().map(b -> Objects.requireNonNull(b).select(0, at)).toList();
    GradOptions one = options.gradOutputs(seeds);
    return Autograd.pass(outputs, inputs, last ? one : one.retainGraph(true), allowUnused);
  }

  private static @Nullable Tensor stacked(List<List<@Nullable Tensor>> passes, int input) {
    List<Tensor> grads = new ArrayList<>();
    for (List<@Nullable Tensor> pass : passes) {
      Tensor grad = pass.get(input);
      if (grad != null) grads.add(grad);
    }
    return grads.isEmpty() ? null : Torch.stack(grads);
  }
}
