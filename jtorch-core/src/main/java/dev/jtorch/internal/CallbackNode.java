package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.FunctionPostHook;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * A node of LibTorch's graph whose backward step is Java code, with any number of inputs and outputs.
 *
 * <p>The presets cannot subclass LibTorch's nodes, but a node's hook after its step may replace all that the step gave. So this
 * is a node that stacks scalars, whose one true input never gets a gradient, for which its step gives none either and saves
 * nothing; its edges are led to the inputs' gradients, further outputs are tied to it, and the hook does the work.
 */
public final class CallbackNode {
  private static final Tensor SCALAR = NativeAutograd.sharedLeaf();

  private final Node node;
  private final Step step;

  private CallbackNode(Node node, Step step) {
    this.node = node;
    this.step = step;
  }

  /** The work of the node's backward step. */
  @FunctionalInterface
  public interface Backward {
    /**
     * Turns gradients by the outputs into gradients by the inputs, both null where there is none.
     *
     * @param graph what the step may ask about its node
     */
    @Nullable NativeTensor[] run(Graph graph, @Nullable NativeTensor[] gradOutputs);

    /** Frees what the step holds, because the node has died; on any thread. */
    default void release() {}
  }

  /** What a backward step may ask about its node while it runs. */
  public interface Graph {
    /** Whether another pass may come, so that what was saved must stay. */
    boolean kept();

    /** Makes a tensor that no graph has yet stand for one of the node's outputs. */
    void attach(NativeTensor fresh, int output);
  }

  /** A node behind these inputs, at least one. Where their gradients go is settled now, even if they are changed in place later. */
  public static CallbackNode behind(NativeTensor... inputs) {
    Node node = scalars(inputs.length);
    node.clear_input_metadata();
    node.add_input_metadata(SCALAR);
    for (int i = 0; i < inputs.length; i++) {
      try (Tensor use = NativeAutograd.use(inputs[i].use()); Node end = use.grad_fn()) {
        node.set_next_edge(i, end.next_edge(0));
      }
    }
    return new CallbackNode(node, new Step());
  }

  private static Node scalars(int count) {
    var scalars = new Tensor[count];
    Arrays.fill(scalars, SCALAR);
    VirtualModes.apply();
    try (var vector = new TensorVector(scalars); Tensor stacked = torch.stack(vector)) {
      return stacked.grad_fn();
    }
  }

  /** Makes a tensor that no graph has yet the node's next output. */
  public void output(NativeTensor fresh) {
    step.outputOfInput.add(step.outputs++);
    torch.create_gradient_edge(fresh.use(), node);
  }

  /**
   * Puts the step into the node and lets go of it: from here on the graph owns it.
   *
   * @param name what printed tensors and messages call the node
   * @param holder whose class errors name when a tensor of the step is used after it
   */
  public void complete(String name, Object holder, Backward backward) {
    step.holder = holder;
    step.backward = backward;
    step.nodeAddress = node.address();
    node.add_post_hook(step);
    NodeAttachments attachments = NodeAttachments.of(node);
    attachments.keep(step);
    attachments.name(name);
    if (AnomalyDetection.enabled()) AnomalyDetection.made(node);
    node.close();
  }

  /** Gives up a node that got no outputs. */
  public void abandon() { node.close(); }

  private static final class Step extends FunctionPostHook implements Graph, NodeAttachments.Owner {
    /** Which output each of the native node's inputs stands for; its first input stands for none. */
    final List<Integer> outputOfInput = new ArrayList<>();
    int outputs;
    long nodeAddress;
    @Nullable Object holder;
    @Nullable Backward backward;

    @Override public TensorVector apply(TensorVector nothing, TensorVector grads) {
      NativeScope scope = NativeScope.openReusable(holder == null ? this : holder);
      try {
        @Nullable NativeTensor[] results = Objects.requireNonNull(backward).run(this, byOutput(grads));
        var natives = new Tensor[results.length];
        for (int i = 0; i < natives.length; i++) {
          NativeTensor result = results[i];
          natives[i] = result == null ? NativeAutograd.UNDEFINED : result.use();
        }
        return ThreadState.current().returning(new TensorVector(natives));
      } catch (Throwable failure) {
        throw HookFailures.carried(failure);
      } finally {
        scope.close();
      }
    }

    private synchronized @Nullable NativeTensor[] byOutput(TensorVector grads) {
      @Nullable NativeTensor[] result = new @Nullable NativeTensor[outputs];
      for (int i = 1; i < grads.size(); i++) {
        Tensor grad = grads.get(i);
        if (!grad.defined()) continue;
        int output = outputOfInput.get(i - 1);
        NativeTensor other = result[output];
        result[output] = NativeTensor.of(other == null ? new Tensor(grad) : other.use().add(grad));
      }
      return result;
    }

    @Override public void release() {
      if (backward != null) backward.release();
    }

    @Override public boolean kept() { return torch.get_current_graph_task_keep_graph(); }

    @Override public synchronized void attach(NativeTensor fresh, int output) {
      // while the step runs the engine holds the node; a handle kept here would keep it, and this object, for ever
      try (var here = new Address(nodeAddress); var view = new Node(here); Node shared = view.getptr()) {
        outputOfInput.add(output);
        torch.create_gradient_edge(fresh.use(), shared);
      }
    }
  }

  private static final class Address extends Pointer {
    Address(long value) { address = value; }
  }
}
