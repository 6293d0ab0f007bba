package dev.jtorch.autograd;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The backward passes that derivatives of functions are made of. */
final class BackwardPasses {
  private BackwardPasses() {}

  /** Gradients of those outputs that there are and that have a graph; an input that they do not depend on gets null. */
  static List<@Nullable Tensor> grad(List<? extends @Nullable Tensor> outputs, List<Tensor> inputs,
      @Nullable List<Tensor> seeds, UnaryOperator<GradOptions> with) {
    List<Tensor> connected = new ArrayList<>();
    List<Tensor> connectedSeeds = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Tensor output = outputs.get(i);
      if (output == null || !output.requiresGrad()) continue;
      connected.add(output);
      if (seeds != null) connectedSeeds.add(seeds.get(i));
    }
    if (connected.isEmpty()) return Collections.nCopies(inputs.size(), null);
    return Autograd.grad(connected, inputs, o -> {
      GradOptions options = configured(o, with).allowUnused(true);
      return seeds == null ? options : options.gradOutputs(connectedSeeds);
    });
  }

  /** Requires that a function returned one tensor of one element. */
  static void requireScalar(String name, Group outputs) {
    if (outputs.tuple()) throw new TorchException("The function given to " + name + " should return a single Tensor");
    if (!outputs.isSingleElement()) {
      throw new ShapeException(
          "The Tensor returned by the function given to " + name + " should contain a single element");
    }
  }

  /** The tensors as the user gets them: without a graph unless it was asked for. */
  static List<Tensor> finished(List<Tensor> tensors, boolean createGraph) {
    return createGraph ? tensors : tensors.stream().map(Tensor::detach).toList();
  }
}
