package dev.jtorch;

import dev.jtorch.internal.NativeGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A source of random numbers on the CPU, Mersenne twister, with the numbers that Python's PyTorch draws.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.Generator.html">torch.Generator</a>
 */
public final class Generator {
  /** What Python's {@code torch.Generator()} starts with: easily remembered by nobody, but many bits are set. */
  private static final long FIRST_SEED = 67280421310721L;

  private final NativeGenerator source;

  private Generator(NativeGenerator source) {
    this.source = source;
  }

  /** A generator of its own, with PyTorch's initial seed. */
  public Generator() {
    this(FIRST_SEED);
  }

  /** A generator of its own, with this seed. */
  public Generator(long seed) {
    this(create(seed));
  }

  private static NativeGenerator create(long seed) {
    Tensor.loadNatives();
    return NativeGenerator.createCpu(seed);
  }

  private static final class Default {
    static final Generator CPU = load();

    private static Generator load() {
      Tensor.loadNatives();
      return new Generator(NativeGenerator.defaultCpu());
    }
  }

  /** {@return the generator that the CPU's functions of chance use where none is given} */
  public static Generator ofCpu() {
    return Default.CPU;
  }

  static void seedAll(long seed) {
    Tensor.loadNatives();
    NativeGenerator.manualSeedAll(seed);
  }

  static @Nullable NativeGenerator handleOrNull(@Nullable Generator generator) {
    return generator == null ? null : generator.source;
  }

  /** Starts the sequence that belongs to a seed. */
  public Generator manualSeed(long seed) {
    source.manualSeed(seed);
    return this;
  }

  /** {@return the seed last set} */
  public long initialSeed() { return source.initialSeed(); }

  /** Takes a seed from the operating system, sets it and returns it. */
  public long seed() {
    return source.seed();
  }

  /** {@return the state as a tensor of bytes, which Python reads too} */
  public Tensor getState() {
    return Tensor.tensor(source.state());
  }

  /**
   * Goes on from a state that {@link #getState} gave.
   *
   * @throws TorchException if the tensor is no such state
   */
  public Generator setState(Tensor state) {
    source.state(Tensor.handle(state));
    return this;
  }
}
