package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.NativeGenerator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A source of random numbers for the operators of one device, with the numbers that Python's PyTorch draws: a Mersenne twister
 * on the CPU, Philox on a CUDA device.
 *
 * <p>Threads: any number of threads may draw from one generator; each operator draws all its numbers in one piece. Which thread gets which
 * numbers is undefined, and so are the numbers that a thread draws while another one seeds the generator. A thread that must draw the
 * same numbers in every run needs a generator of its own.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.Generator.html">torch.Generator</a>
 */
public final class Generator {
  /** What Python's {@code torch.Generator()} starts with: easily remembered by nobody, but many bits are set. */
  private static final long FIRST_SEED = 67280421310721L;

  private final NativeGenerator source;
  private final Device device;

  private Generator(NativeGenerator source, Device device) {
    this.source = source;
    this.device = device;
  }

  /** A generator of its own for the CPU, with PyTorch's initial seed. */
  public Generator() {
    this(FIRST_SEED);
  }

  /** A generator of its own for the CPU, with this seed. */
  public Generator(long seed) {
    this(seed, Device.CPU);
  }

  /**
   * A generator of its own for a device, with PyTorch's initial seed.
   *
   * @throws DeviceException if there is no such device here, or if it is neither the CPU nor CUDA
   */
  public Generator(Device device) {
    this(FIRST_SEED, existing(device));
  }

  private Generator(long seed, Device existing) {
    this(existing.isCuda() ? ofCuda(existing.index()).source.another(seed) : create(seed), existing);
  }

  private static NativeGenerator create(long seed) {
    Tensor.loadNatives();
    return NativeGenerator.createCpu(seed);
  }

  private static Device existing(Device device) {
    if (device.isCpu()) return device;
    if (device.isCuda()) return Device.cuda(Cuda.indexOf(device));
    throw new DeviceException("Generator: device is " + device + " (expected: cpu or cuda)");
  }

  private static final class Default {
    static final Generator CPU = load();
    static final Map<Integer, Generator> CUDA = new ConcurrentHashMap<>();

    private static Generator load() {
      Tensor.loadNatives();
      return new Generator(NativeGenerator.defaultCpu(), Device.CPU);
    }
  }

  /** {@return the generator that the CPU's functions of chance use where none is given} */
  public static Generator ofCpu() {
    return Default.CPU;
  }

  /**
   * The generator that a CUDA device's functions of chance use where none is given.
   *
   * @throws DeviceException if there is no such device
   */
  public static Generator ofCuda(int index) {
    int existing = Cuda.existing(index);
    return Default.CUDA.computeIfAbsent(existing,
        i -> new Generator(NativeGenerator.defaultCuda(i), Device.cuda(i)));
  }

  /** {@return for which device's operators this draws} */
  public Device device() {
    return device;
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
    source.state(Tensor.handle(required(state, "state")));
    return this;
  }
}
