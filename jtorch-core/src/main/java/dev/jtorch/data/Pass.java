package dev.jtorch.data;

import dev.jtorch.Generator;
import dev.jtorch.Tensor;
import java.util.Iterator;
import java.util.List;

/** The order of one pass: the indices of its batches, and the randomness that it began with. */
final class Pass {
  private final Tensor generatorState;
  private final long baseSeed;
  private final Iterator<List<Long>> batches;
  private long taken;

  /** Draws in PyTorch's order: first the seed of the workers, then what the sampler needs. */
  Pass(Generator generator, Sampler<List<Long>> sampler) {
    generatorState = generator.getState().keepForever();
    baseSeed = Randomness.drawSeed(generator);
    batches = sampler.iterator();
  }

  /** The same order as that of an earlier pass, from where it stood. */
  static Pass resumed(LoaderState state, Generator generator, Sampler<List<Long>> sampler) {
    generator.setState(state.generator());
    var pass = new Pass(generator, sampler);
    while (pass.taken < state.position() && pass.hasNext()) pass.next();
    return pass;
  }

  long baseSeed() { return baseSeed; }

  boolean hasNext() { return batches.hasNext(); }

  long[] next() {
    taken++;
    return batches.next().stream().mapToLong(Long::longValue).toArray();
  }

  /** How many batches have been taken. */
  long taken() { return taken; }

  LoaderState at(long position) { return new LoaderState(generatorState, position); }
}
