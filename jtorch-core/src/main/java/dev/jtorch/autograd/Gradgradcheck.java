package dev.jtorch.autograd;

import dev.jtorch.Complex;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a check of a function's gradients into one of its gradients' gradients. */
final class Gradgradcheck {
  private Gradgradcheck() {}

  /** The check of the function that gives the gradients, by the inputs and by the gradients that it starts from. */
  static Gradcheck of(CheckedFunction function, GradgradcheckOptions options) {
    List<Tensor> inputs = new ArrayList<>(function.inputs());
    int own = inputs.size();
    List<Tensor> seeds = options.gradOutputs();
    inputs.addAll(seeds == null ? randomSeeds(function, options.genNonContigGradOutputs()) : seeds);
    return new Gradcheck(new CheckedFunction(
        in -> gradients(function, Arrays.asList(in).subList(own, in.length)), inputs), options.check());
  }

  /** The seeds are arguments of the function whose gradients are checked; the inputs are the same tensors each time. */
  private static List<Tensor> gradients(CheckedFunction function, List<Tensor> seeds) {
    List<Tensor> gradients = new ArrayList<>();
    for (Tensor grad : BackwardPasses.grad(function.differentiableOutputs(), function.leaves(), seeds,
        o -> o.createGraph(true))) {
      if (grad != null) gradients.add(grad);
    }
    return gradients;
  }

  private static List<Tensor> randomSeeds(CheckedFunction function, boolean gaps) {
    try (var call = Scope.open()) {
      return Autograd.handOut(function.differentiableOutputs().stream().map(o -> randomLike(o, gaps)).toList());
    }
  }

  private static Tensor randomLike(Tensor output, boolean gaps) {
    try (var quiet = Torch.noGrad()) {
      Tensor random = Torch.randLike(output).mul(2).sub(output.isComplex() ? Complex.of(1, 1) : 1);
      if (gaps) random = Torch.stack(List.of(random, random), -1).select(-1, 0);
      return random.requiresGrad_();
    }
  }
}
