package dev.jtorch;

import static dev.jtorch.GoldenCases.floats;
import static dev.jtorch.GoldenCases.longs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.Row;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same seed gives Python's numbers. */
class RandomOpsTest {

  @Row({"S4-235"})
  @TestFactory Stream<DynamicTest> golden() {
    return GoldenCases.ofRounded("random", c -> {
      uniformAndNormal(c);
      integers(c);
      like(c);
      normal(c);
      inPlace(c);
      bernoulli(c);
      distributions(c);
      samples(c);
      states(c);
    });
  }

  private static void uniformAndNormal(GoldenCases c) {
    c.add("rand", () -> Torch.rand(2, 3));
    c.add("rand double", () -> Torch.rand(new long[] {3}, o -> o.dtype(DType.FLOAT64)));
    c.add("rand many", () -> Torch.rand(20));
    c.add("rand generator", () -> Torch.rand(new long[] {3}, o -> o.generator(g())));
    c.add("randn", () -> Torch.randn(2, 3));
    c.add("randn many", () -> Torch.randn(17));
    c.add("randn double", () -> Torch.randn(new long[] {3}, o -> o.dtype(DType.FLOAT64)));
    c.add("randn half", () -> Torch.randn(new long[] {3}, o -> o.dtype(DType.FLOAT16)));
    c.add("randn generator", () -> Torch.randn(new long[] {3}, o -> o.generator(g())));
  }

  private static void integers(GoldenCases c) {
    c.add("randint", () -> Torch.randint(10, new long[] {8}));
    c.add("randint range", () -> Torch.randint(-5, 5, 8));
    c.add("randint type", () -> Torch.randint(0, 5, new long[] {4}, o -> o.dtype(DType.INT32)));
    c.add("randint empty range", () -> Torch.randint(5, 5, 1));
    c.add("randperm", () -> Torch.randperm(10));
    c.add("randperm type", () -> Torch.randperm(5, o -> o.dtype(DType.INT32)));
    c.add("randperm generator", () -> Torch.randperm(6, o -> o.generator(g())));
  }

  private static void like(GoldenCases c) {
    c.add("rand like", () -> Torch.randLike(Torch.zeros(2)));
    c.add("rand like integers", () -> Torch.randLike(longs(1, 2)));
    c.add("rand like type", () -> Torch.randLike(longs(1, 2), o -> o.dtype(DType.FLOAT64)));
    c.add("randn like", () -> Torch.randnLike(Torch.zeros(2).toDouble()));
    c.add("randint like", () -> Torch.randintLike(Torch.zeros(4).toDouble(), 5));
    c.add("randint like range", () -> Torch.randintLike(Torch.zeros(4), 3, 5));
  }

  private static void normal(GoldenCases c) {
    c.add("normal tensors", () -> Torch.normal(floats(0, 10), floats(1, 2)));
    c.add("normal mean", () -> Torch.normal(floats(0, 10), 1));
    c.add("normal std", () -> Torch.normal(0, floats(1, 2)));
    c.add("normal size", () -> Torch.normal(1, 2, 3));
    c.add("poisson", () -> Torch.poisson(floats(1, 5, 10)));
  }

  private static void inPlace(GoldenCases c) {
    c.add("uniform", () -> Torch.zeros(3).uniform_());
    c.add("uniform range", () -> Torch.zeros(3).uniform_(2, 3));
    c.add("uniform wrong range", () -> Torch.zeros(3).uniform_(3, 2));
    c.add("uniform generator", () -> Torch.zeros(3).uniform_(0, 1, g()));
    c.add("normal", () -> Torch.zeros(3).normal_());
    c.add("normal mean and std", () -> Torch.zeros(3).normal_(5, 2));
    c.add("normal negative std", () -> Torch.zeros(3).normal_(5, -2));
    c.add("normal generator", () -> Torch.zeros(3).normal_(0, 1, g()));
    c.add("random", () -> Torch.zeros(3).toLong().random_());
    c.add("random float", () -> Torch.zeros(3).random_());
    c.add("random to", () -> Torch.zeros(5).random_(7));
    c.add("random range", () -> Torch.zeros(5).toLong().random_(3, 9));
    c.add("random generator", () -> Torch.zeros(5).random_(0, 9, g()));
    c.add("random whole generator", () -> Torch.zeros(2).random_(g()));
  }

  private static void bernoulli(GoldenCases c) {
    c.add("bernoulli", () -> floats(0, .5, 1).bernoulli());
    c.add("bernoulli generator", () -> Torch.full(new long[] {9}, 0.5).bernoulli(g()));
    c.add("bernoulli in place", () -> Torch.zeros(6).bernoulli_(.5));
    c.add("bernoulli in place generator", () -> Torch.zeros(6).bernoulli_(0.5, g()));
    c.add("bernoulli in place tensor", () -> Torch.zeros(3).bernoulli_(floats(0, .5, 1)));
    c.add("bernoulli wrong", () -> Torch.zeros(3).bernoulli_(2));
  }

  private static void distributions(GoldenCases c) {
    c.add("exponential", () -> Torch.zeros(3).exponential_());
    c.add("exponential rate", () -> Torch.zeros(3).exponential_(2));
    c.add("exponential generator", () -> Torch.zeros(3).exponential_(2, g()));
    c.add("geometric", () -> Torch.zeros(3).geometric_(.5));
    c.add("cauchy", () -> Torch.zeros(3).cauchy_());
    c.add("cauchy scaled", () -> Torch.zeros(3).cauchy_(1, 2));
    c.add("log normal", () -> Torch.zeros(3).logNormal_());
    c.add("log normal scaled", () -> Torch.zeros(3).logNormal_(0, .5));
  }

  private static void samples(GoldenCases c) {
    c.add("multinomial", () -> floats(.1, .2, .7).multinomial(2));
    c.add("multinomial replacement", () -> Torch.tensor(new float[][] {{.1f, .9f}, {.5f, .5f}}).multinomial(5, true));
    c.add("multinomial generator", () -> floats(.1, .9).multinomial(5, true, g()));
    c.add("multinomial too many", () -> floats(.1, .9).multinomial(3));
  }

  private static void states(GoldenCases c) {
    c.add("initial seed", () -> Torch.initialSeed());
    c.add("generator seed", () -> new Generator().initialSeed());
    c.add("state restored", () -> restored(Generator.ofCpu()));
    c.add("generator state restored", () -> restored(g()));
    c.add("state shape", () -> Torch.getRngState().shape());
    c.add("negative seed", () -> rand(Torch.manualSeed(-1)));
  }

  private static Generator g() { return new Generator().manualSeed(7); }

  private static Tensor rand(Generator from) { return Torch.rand(new long[] {2}, o -> o.generator(from)); }

  /** Numbers drawn a second time, after the state before them was put back. */
  private static Tensor restored(Generator generator) {
    Tensor state = generator.getState();
    Tensor drawn = rand(generator);
    generator.setState(state);
    Tensor again = rand(generator);
    assertThat(again.toFloatArray()).isEqualTo(drawn.toFloatArray());
    return again;
  }
}
