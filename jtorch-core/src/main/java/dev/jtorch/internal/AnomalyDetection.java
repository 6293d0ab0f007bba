package dev.jtorch.internal;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import org.bytedeco.pytorch.FunctionPostHook;
import org.bytedeco.pytorch.FunctionPreHook;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Notes with each new node of the graph which Java line made it, and finds the node in which a backward pass fails.
 *
 * <p>LibTorch's own detection notes stacks of C++. So each node gets a hook before its step that says which node is at work,
 * and one after it that looks for NaN.
 */
public final class AnomalyDetection {
  private static final String ADVICE = "Hint: enable anomaly detection to find the operation that failed to compute its"
      + " gradient, with torch.autograd.set_detect_anomaly(True).";
  private static final String EXPLANATION =
      "Hint: the backtrace further above shows the operation that failed to compute"
          + " its gradient. The variable in question was changed in there or anywhere later. Good luck!";

  private static volatile boolean enabled;
  private static volatile boolean checksNan;

  private AnomalyDetection() {}

  public static boolean enabled() { return enabled; }

  public static boolean checksNan() { return checksNan; }

  public static void set(boolean on, boolean checkNan) {
    enabled = on;
    checksNan = checkNan;
  }

  /** Where an operator was called in the forward pass. */
  private static final class ForwardCall extends Throwable {
    private static final long serialVersionUID = 1L;

    ForwardCall(String node) {
      super("forward call of " + node);
      setStackTrace(Arrays.stream(getStackTrace()).dropWhile(ForwardCall::isBelowTheCall)
          .toArray(StackTraceElement[]::new));
    }

    /** The operators' own frames say nothing that the node's name does not. */
    private static boolean isBelowTheCall(StackTraceElement frame) {
      String type = frame.getClassName();
      return type.startsWith("dev.jtorch.internal.") || type.lastIndexOf('.') == "dev.jtorch".length();
    }
  }

  /** Notes the node that made a tensor, if there is one that has not been noted. */
  static void made(Tensor tensor) {
    if (!tensor.requires_grad()) return;
    try (Node node = tensor.grad_fn()) {
      if (node != null && !node.isNull()) made(node);
    }
  }

  static void made(Node node) {
    NodeAttachments attachments = NodeAttachments.of(node);
    if (attachments.madeAt() != null) return;
    String own = attachments.name();
    String name = own == null ? node.name().getString() : own;
    attachments.madeAt(new ForwardCall(name));
    var start = new Start(attachments);
    var end = new End(name);
    node.add_pre_hook(start);
    node.add_post_hook(end);
    attachments.keep(start);
    attachments.keep(end);
  }

  /** What a failing backward pass throws, with the forward call of the node in which it failed. */
  static RuntimeException explained(RuntimeException e) {
    NodeAttachments failing = ThreadState.current().atWork;
    if (failing == null) return e;
    ThreadState.current().atWork = null;
    Throwable call = failing.madeAt();
    if (call == null) return e;
    System.getLogger(AnomalyDetection.class.getName()).log(Level.WARNING, "Error detected in "
        + String.valueOf(call.getMessage()).replaceFirst("forward call of ", "")
        + ". Traceback of forward call that caused the error:", call);
    e.addSuppressed(call);
    return e;
  }

  /** LibTorch's message with the hint that it gives while anomalies are looked for. */
  static String hinted(String message) {
    return enabled ? message.replace(ADVICE, EXPLANATION) : message;
  }

  /** Says which node is at work. */
  private static final class Start extends FunctionPreHook {
    private final NodeAttachments node;

    Start(NodeAttachments node) {
      this.node = node;
    }

    @Override public TensorVector apply(TensorVector grads) {
      ThreadState state = ThreadState.current();
      state.atWork = node;
      return state.returning(new TensorVector(grads.get()));
    }
  }

  /** Looks at what a node has computed. */
  private static final class End extends FunctionPostHook {
    private final String name;

    End(String name) {
      this.name = name;
    }

    @Override public TensorVector apply(TensorVector outputs, TensorVector inputs) {
      try {
        Tensor[] results = outputs.get();
        for (int i = 0; checksNan && i < results.length; i++) check(results[i], i);
        ThreadState.current().atWork = null;
        return ThreadState.current().returning(new TensorVector(results));
      } catch (RuntimeException failure) {
        throw HookFailures.carried(failure);
      }
    }

    private void check(Tensor result, int index) {
      if (!result.defined()) return;
      try (Tensor nan = result.isnan(); Tensor any = nan.any()) {
        if (!any.item_bool()) return;
      }
      throw NativeErrors.failed("backward",
          "Function '" + name + "' returned nan values in its " + index + "th output.");
    }
  }
}
