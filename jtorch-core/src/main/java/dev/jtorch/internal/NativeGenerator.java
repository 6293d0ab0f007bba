package dev.jtorch.internal;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * A source of random numbers: LibTorch's default one of a device, or one of its own.
 *
 * <p>Operators that draw from one source take turns, which LibTorch sees to; so do those who set or read its state, here.
 */
public final class NativeGenerator {
  private static final GeneratorOptional NONE = PooledNatives.kept(new GeneratorOptional());

  private final Generator generator;
  private final GeneratorOptional optional;

  private NativeGenerator(Generator generator) {
    this.generator = generator;
    optional = new GeneratorOptional(generator);
    PooledNatives.keptWith(this, 2);
  }

  public static NativeGenerator defaultCpu() { return new NativeGenerator(torch.getDefaultCPUGenerator()); }

  public static NativeGenerator createCpu(long seed) { return new NativeGenerator(torch.createCPUGenerator(seed)); }

  /** The default source of a CUDA device that exists. */
  public static NativeGenerator defaultCuda(int index) {
    try (var device = new Device(torch.DeviceType.CUDA, (byte) index)) {
      return new NativeGenerator(torch.globalContext().defaultGenerator(device));
    } catch (RuntimeException e) {
      throw NativeErrors.translate("cuda", e);
    }
  }

  /** A source of its own for the device of this one, with a seed. */
  public NativeGenerator another(long seed) {
    var another = new NativeGenerator(generator.clone());
    another.manualSeed(seed);
    return another;
  }

  static GeneratorOptional optional(@Nullable NativeGenerator generator) {
    NativeGenerator chosen = generator == null ? ThreadState.current().generator : generator;
    return chosen == null ? NONE : chosen.optional;
  }

  /** Makes this the source that operators on this thread draw from where none is given, in place of the default one. */
  public void useOnThisThread() {
    ThreadState.current().generator = this;
  }

  /** Seeds every device's default generator. */
  public static void manualSeedAll(long seed) { torch.manual_seed(seed); }

  public synchronized void manualSeed(long seed) { generator.set_current_seed(seed); }

  public synchronized long initialSeed() { return generator.current_seed(); }

  /** Takes a seed from the operating system and returns it. */
  public synchronized long seed() {
    return generator.seed();
  }

  /** The state as a tensor of bytes, as Python's {@code get_rng_state}. */
  public synchronized NativeTensor state() {
    VirtualModes.apply();
    return NativeTensor.of(generator.get_state());
  }

  public void state(NativeTensor state) {
    Tensor value = state.use();
    try {
      synchronized (this) {
        generator.set_state(value);
      }
    } catch (RuntimeException e) {
      throw NativeErrors.translate("set_state", e);
    }
  }
}
