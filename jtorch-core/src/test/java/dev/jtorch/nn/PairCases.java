package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxUnpoolOptions;
import dev.jtorch.nn.linear.Bilinear;
import dev.jtorch.nn.linear.CosineSimilarity;
import dev.jtorch.nn.pooling.MaxUnpool1d;
import dev.jtorch.nn.pooling.MaxUnpool2d;
import dev.jtorch.nn.pooling.MaxUnpool3d;
import java.util.List;
import java.util.function.Supplier;

/** The table of models with two inputs, part of {@link LayerCases}. */
final class PairCases {
  private PairCases() {}

  static List<LayerCase> all() {
    return List.of(
        pair("max_unpool1d", () -> new MaxUnpool1d(2), MaxUnpool1d::call, (m, x, at) -> F.maxUnpool1d(x, at, 2)),
        pair("max_unpool2d", () -> new MaxUnpool2d(2, o -> o.stride(2, 1)), MaxUnpool2d::call,
            (m, x, at) -> F.maxUnpool2d(x, at, new long[] {2}, new MaxUnpoolOptions().stride(2, 1))),
        pair("max_unpool3d", () -> new MaxUnpool3d(2), MaxUnpool3d::call, (m, x, at) -> F.maxUnpool3d(x, at, 2)),
        pair("bilinear", () -> new Bilinear(3, 2, 4), Bilinear::call,
            (m, x1, x2) -> F.bilinear(x1, x2, m.weight, m.bias)),
        pair("bilinear_no_bias", () -> new Bilinear(3, 2, 4, o -> o.bias(false)), Bilinear::call,
            (m, x1, x2) -> F.bilinear(x1, x2, m.weight, null)),
        pair("cosine_similarity", CosineSimilarity::new, CosineSimilarity::call,
            (m, x1, x2) -> F.cosineSimilarity(x1, x2, 1, 1e-8)),
        pair("cosine_similarity_last", () -> new CosineSimilarity(-1, 1e-3), CosineSimilarity::call,
            (m, x1, x2) -> F.cosineSimilarity(x1, x2, -1, 1e-3)));
  }

  private interface Call<M> {
    Tensor of(M module, Tensor first, Tensor second);
  }

  @SuppressWarnings("unchecked") private static <M extends Module> LayerCase pair(String name, Supplier<M> make,
      Call<M> call, Call<M> twin) {
    return new LayerCase(name, make::get, (m, in) -> call.of((M) m, in.get(0), in.get(1)),
        (m, in) -> twin.of((M) m, in.get(0), in.get(1)));
  }
}
