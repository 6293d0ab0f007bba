package dev.jtorch.autograd;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One product of a function's derivative and a vector, computed as PyTorch's {@code torch.autograd.functional} does. */
final class DerivativeProduct {
  /** Which product; the names are those of the functions. */
  enum Kind {
    VJP, JVP, VHP, HVP
  }

  private final TensorFunction<?> function;
  private final Group inputs;
  private final ProductOptions options;

  private DerivativeProduct(TensorFunction<?> function, Group inputs, ProductOptions options) {
    this.function = function;
    this.inputs = Torch.enableGrad(() -> inputs.detached(options.createGraph(), true));
    this.options = options;
  }

  static VectorProducts of(Kind kind, TensorFunction<?> function, Group inputs, ProductOptions options) {
    try (var call = Scope.open()) {
      var products = new DerivativeProduct(function, inputs, options);
      return switch (kind) {
        case VJP -> products.vjp();
        case JVP -> products.jvp();
        case VHP -> products.vhp();
        case HVP -> products.hvp();
      };
    }
  }

  /** {@code vᵀ J}: one backward pass from {@code v}. */
  private VectorProducts vjp() {
    Group outputs;
    @Nullable List<Tensor> v;
    try (var recorded = Torch.enableGrad()) {
      outputs = outputs();
      v = vector(outputs, "The vector v can only be None if the user-provided function returns a single Tensor with a"
          + " single element.");
    }
    return handOut(outputs, last(outputs.tensors(), inputs.tensors(), v, inputs, Strict.Pass.BACK));
  }

  /**
   * {@code J v} by a backward pass through a backward pass: {@code uᵀ J} is linear in {@code u}, so its derivative by {@code u}
   * in the direction {@code v} is the product, whatever {@code u} is.
   */
  private VectorProducts jvp() {
    Group outputs;
    @Nullable List<Tensor> v;
    List<Tensor> u;
    List<@Nullable Tensor> uJ;
    try (var recorded = Torch.enableGrad()) {
      v = direction();
      outputs = outputs();
      u = zerosOnGraph(outputs);
      uJ = BackwardPasses.grad(outputs.tensors(), inputs.tensors(), u, o -> o.createGraph(true));
      if (options.strict()) Strict.requireGraph(uJ, Strict.Role.GRADIENT);
    }
    return handOut(outputs, last(uJ, u, v, outputs, Strict.Pass.BACK_TRICK));
  }

  /** {@code vᵀ H}: the gradient, and one backward pass from {@code v} through it. */
  private VectorProducts vhp() {
    Group outputs;
    @Nullable List<Tensor> v;
    List<@Nullable Tensor> gradient;
    try (var recorded = Torch.enableGrad()) {
      v = direction();
      outputs = scalar(Kind.VHP);
      gradient = gradient(outputs);
    }
    return handOut(outputs, last(gradient, inputs.tensors(), v, inputs, Strict.Pass.DOUBLE_BACK));
  }

  /** {@code H v}: as {@link #jvp} of the gradient. */
  private VectorProducts hvp() {
    Group outputs;
    @Nullable List<Tensor> v;
    List<Tensor> u;
    List<@Nullable Tensor> uH;
    try (var recorded = Torch.enableGrad()) {
      v = direction();
      outputs = scalar(Kind.HVP);
      u = zerosOnGraph(inputs);
      uH = BackwardPasses.grad(gradient(outputs), inputs.tensors(), u, o -> o.createGraph(true));
    }
    return handOut(outputs, last(uH, u, v, inputs, Strict.Pass.DOUBLE_BACK_TRICK));
  }

  private Group outputs() {
    Group outputs = inputs.applied(function);
    if (options.strict()) Strict.requireGraph(outputs.tensors(), Strict.Role.OUTPUT);
    return outputs;
  }

  private Group scalar(Kind kind) {
    Group outputs = outputs();
    BackwardPasses.requireScalar(kind.name().toLowerCase(Locale.ROOT), outputs);
    return outputs;
  }

  private List<@Nullable Tensor> gradient(Group outputs) {
    List<@Nullable Tensor> gradient =
        BackwardPasses.grad(outputs.tensors(), inputs.tensors(), null, o -> o.createGraph(true));
    if (options.strict()) Strict.requireGraph(gradient, Strict.Role.JACOBIAN);
    return gradient;
  }

  private @Nullable List<Tensor> direction() {
    return vector(inputs,
        "The vector v can only be None if the input to the user-provided function is a single Tensor with a"
            + " single element.");
  }

  private @Nullable List<Tensor> vector(Group like, String required) {
    List<Tensor> given = options.v();
    if (given == null) {
      if (!like.isSingleElement()) throw new TorchException(required);
      return null;
    }
    List<Tensor> v = new Group(given, true).detached(options.createGraph(), false).tensors();
    like.requireSameSizes(v);
    return v;
  }

  private static List<Tensor> zerosOnGraph(Group like) {
    return like.tensors().stream().map(t -> Torch.zerosLike(t).requiresGrad_()).toList();
  }

  /** The pass whose result is the product; the user's grad mode applies unless the product gets a graph. */
  private List<Tensor> last(List<? extends @Nullable Tensor> of, List<Tensor> by, @Nullable List<Tensor> v, Group like,
      Strict.Pass pass) {
    boolean graph = options.createGraph();
    try (var mode = Torch.setGradEnabled(graph || Torch.isGradEnabled())) {
      List<@Nullable Tensor> grads = BackwardPasses.grad(of, by, v, o -> o.createGraph(graph));
      return Strict.filled(grads, like.tensors(), pass, options.strict(), graph);
    }
  }

  private VectorProducts handOut(Group outputs, List<Tensor> products) {
    boolean graph = options.createGraph();
    return new VectorProducts(Autograd.handOut(BackwardPasses.finished(outputs.tensors(), graph)),
        Autograd.handOut(BackwardPasses.finished(products, graph)));
  }
}
