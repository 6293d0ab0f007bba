package dev.jtorch.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loader in another process, or another loader here, goes on where an earlier one stood. */
class LoaderStateTest {
  private static DataLoader<Example> loader(UnaryOperator<LoaderOptions> with) {
    var data = new TensorDataset(Torch.arange(20), Torch.arange(20));
    return new DataLoader<>(data, o -> with.apply(o.batchSize(3).shuffle(true)));
  }

  private static List<List<Long>> rest(Iterator<Example> pass) {
    var batches = new ArrayList<List<Long>>();
    pass.forEachRemaining(batch -> batches.add(LongStream.of(batch.target().toLongArray()).boxed().toList()));
    return batches;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2}) void resume_goesOnInTheMiddleOfAPass(int workers) {
    var first = loader(o -> o.seed(3).workers(workers));
    rest(first.iterator());
    var stopped = first.iterator();
    stopped.next();
    stopped.next();
    LoaderState state = stopped.state();
    assertThat(state.position()).isEqualTo(2);

    var second = loader(o -> o.seed(99).workers(workers));
    assertThat(rest(second.resume(state))).hasSize(5).isEqualTo(rest(stopped));
    assertThat(rest(second.iterator())).isEqualTo(rest(first.iterator()));
  }

  @Test void resume_leavesTheDefaultGeneratorAsItWas() {
    Torch.manualSeed(11);
    var stopped = loader(o -> o).iterator();
    stopped.next();
    List<List<Long>> expected;
    Tensor random;
    Tensor checkpoint = Torch.getRngState();
    LoaderState state = stopped.state();
    expected = rest(stopped);
    random = Torch.rand(4);

    Torch.manualSeed(5);
    Torch.setRngState(checkpoint);
    assertThat(rest(loader(o -> o).resume(state))).isEqualTo(expected);
    assertThat(Torch.rand(4).toFloatArray()).containsExactly(random.toFloatArray());
  }

  @Test void betweenPasses_theGeneratorsStateIsEnough() {
    Torch.manualSeed(2);
    var loader = loader(o -> o);
    rest(loader.iterator());
    Tensor state = Torch.getRngState();
    List<List<Long>> expected = rest(loader.iterator());
    Torch.manualSeed(77);
    Torch.setRngState(state);
    assertThat(rest(loader(o -> o).iterator())).isEqualTo(expected);
  }
}
