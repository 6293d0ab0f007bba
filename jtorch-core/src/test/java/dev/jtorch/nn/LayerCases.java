package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

import dev.jtorch.Tensor;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.shape.Flatten;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.nn.shape.Unflatten;
import java.util.List;
import java.util.stream.Stream;

/** The table of layers, in the order of {@code goldens/nn/make.py}. A public layer without a line fails the build. */
final class LayerCases {
  private LayerCases() {}

  static Stream<LayerCase> all() {
    Stream<List<LayerCase>> functions = Stream.of(ActivationCases.all(), ActivationCases.rectifiers(),
        ActivationCases.smooth(), PoolingCases.windows(), PoolingCases.numbers(), PoolingCases.norms());
    Stream<List<LayerCase>> moves =
        Stream.of(PaddingCases.all(), SparseCases.all(), PairCases.all(), DropoutCases.all(), UpsamplingCases.all());
    return Stream.of(Stream.of(linears(), ConvCases.convolutions(), ConvCases.transposed(), NormCases.batch(),
        NormCases.examples()), functions, moves, Stream.of(containers(), LossCases.all())).flatMap(s -> s)
        .flatMap(List::stream);
  }

  private static List<LayerCase> linears() {
    return List.of(
        layer("linear", () -> new Linear(3, 2), (m, x) -> F.linear(x, m.weight, m.bias)),
        layer("linear_no_bias", () -> new Linear(3, 2, o -> o.bias(false)), (m, x) -> F.linear(x, m.weight)),
        layer("linear_vector", () -> new Linear(3, 2), (m, x) -> F.linear(x, m.weight, m.bias)),
        layer("identity", Identity::new, (m, x) -> x),
        layer("flatten", Flatten::new, (m, x) -> x.flatten(1)),
        layer("flatten_range", () -> new Flatten(0, 1), (m, x) -> x.flatten(0, 1)),
        layer("unflatten", () -> new Unflatten(1, 2, -1), (m, x) -> x.unflatten(1, 2, -1)));
  }

  private static List<LayerCase> containers() {
    return List.of(
        layer("sequential", () -> new Sequential(new Linear(4, 3), new ReLU(), new Linear(3, 2)),
            LayerCases::chain),
        layer("sequential_empty", () -> new Sequential(), LayerCases::chain),
        layer("sequential_nested", () -> new Sequential(
            new Sequential(new Conv2d(4, 2, 3), new BatchNorm2d(2)), new ReLU(), new Flatten()), LayerCases::chain));
  }

  private static Tensor chain(Sequential layers, Tensor x) {
    for (Layer layer : layers) x = layer.call(x);
    return x;
  }
}
