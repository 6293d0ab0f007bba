package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.nn.loss.Loss;
import dev.jtorch.testing.Golden;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * One line of the table of layers and losses: how one is built and called, and the function that must give the same.
 *
 * @param name the golden file's
 * @param make builds it, with the arguments that {@code goldens/nn/make.py} uses
 * @param call calls it with the golden inputs
 * @param twin computes the same from its settings and parameters by a function
 */
record LayerCase(String name, Supplier<Module> make, BiFunction<Module, List<Tensor>, Tensor> call,
    BiFunction<Module, List<Tensor>, Tensor> twin) {

  /** A layer with a function of its parameters and its input. */
  @SuppressWarnings("unchecked") static <L extends Layer> LayerCase layer(String name, Supplier<L> make,
      BiFunction<L, Tensor, Tensor> twin) {
    return new LayerCase(name, make::get, (m, in) -> ((Layer) m).call(in.get(0)),
        (m, in) -> twin.apply((L) m, in.get(0)));
  }

  /** A loss with a function of its inputs. */
  static LayerCase loss(String name, Supplier<? extends Loss> make, LossTwin twin) {
    return new LayerCase(name, make::get, (m, in) -> ((Loss) m).call(in.get(0), in.get(1)),
        (m, in) -> twin.of(in.get(0), in.get(1)));
  }

  /** A function of input and target. */
  interface LossTwin {
    Tensor of(Tensor input, Tensor target);
  }

  Golden golden() { return Golden.load("nn/" + name); }

  /** The golden inputs, with gradients wanted where that is possible. */
  List<Tensor> inputs(Golden golden) {
    return golden.tensors("input.").entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
        .map(e -> e.getValue().clone()).map(t -> t.isFloatingPoint() ? t.requiresGrad_() : t).toList();
  }

  @Override public String toString() { return name; }
}
