package dev.jtorch;

import dev.jtorch.internal.CudaDriver;
import dev.jtorch.internal.NativeCuda;
import dev.jtorch.internal.ProcessEnvironment;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The CUDA devices of this machine: how many, which, and what they have in memory.
 *
 * <p>A program that runs with and without a device chooses one and moves its data and its network there:
 * {@code var device = Device.of(Cuda.isAvailable() ? "cuda:0" : "cpu")}. Counting devices, emptying the cache and asking for
 * memory work on every machine; what needs a device throws a {@link DeviceException} where there is none.
 *
 * <p>Which devices a process sees is decided by {@code CUDA_VISIBLE_DEVICES}: on the command line, exported in the shell or its
 * profile, or by {@link #setVisibleDevices} before CUDA is asked for devices. {@code CUDA_LAUNCH_BLOCKING=1}, or
 * {@link #launchBlocking}, lets each operator finish before the next one starts, so that an error shows at the line that caused
 * it; on the CPU that is always so.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/cuda.html">torch.cuda</a>
 */
public final class Cuda {

  private Cuda() {}

  /**
   * How much of CUDA a device can do.
   *
   * @param major the generation
   * @param minor the step within it
   */
  public record Capability(int major, int minor) {}

  /** {@return whether LibTorch can use a CUDA device here} */
  public static boolean isAvailable() {
    Tensor.loadNatives();
    return NativeCuda.available();
  }

  /** {@return how many CUDA devices there are; 0 without a driver or without CUDA in LibTorch} */
  public static int deviceCount() {
    Tensor.loadNatives();
    return NativeCuda.count();
  }

  /**
   * The index of the device that {@code cuda} without an index means on this thread; default 0.
   *
   * @throws DeviceException if there is no device
   */
  public static int currentDevice() {
    requireDevices();
    return NativeCuda.current();
  }

  /**
   * Chooses the device that {@code cuda} without an index means on this thread.
   *
   * @throws DeviceException if there is no such device
   */
  public static void setDevice(int index) {
    NativeCuda.current(existing(index));
  }

  /** The name of the current device. */
  public static String getDeviceName() { return getDeviceName(currentDevice()); }

  /**
   * The name of a device, such as {@code NVIDIA H100 80GB HBM3}.
   *
   * @throws DeviceException if there is no such device
   */
  public static String getDeviceName(int index) { return CudaDriver.name(existing(index)); }

  /** The compute capability of the current device. */
  public static Capability getDeviceCapability() {
    return getDeviceCapability(currentDevice());
  }

  /**
   * The compute capability of a device.
   *
   * @throws DeviceException if there is no such device
   */
  public static Capability getDeviceCapability(int index) {
    int[] numbers = CudaDriver.capability(existing(index));
    return new Capability(numbers[0], numbers[1]);
  }

  /** Waits until the current device has done all that it was given. */
  public static void synchronize() {
    synchronize(currentDevice());
  }

  /**
   * Waits until a device has done all that it was given.
   *
   * @throws DeviceException if there is no such device
   */
  public static void synchronize(int index) {
    NativeCuda.synchronize(existing(index));
  }

  /**
   * Gives memory that LibTorch holds in reserve, and no tensor uses, back to other processes; tensors keep theirs. Does nothing
   * where there is no device.
   */
  public static void emptyCache() {
    if (deviceCount() > 0) NativeCuda.emptyCache();
  }

  /** {@return bytes that tensors hold on the current device; 0 where there is none} */
  public static long memoryAllocated() {
    return memory()[0];
  }

  /** {@return the most bytes that tensors held on the current device; 0 where there is none} */
  public static long maxMemoryAllocated() {
    return memory()[1];
  }

  /** {@return bytes that LibTorch holds on the current device, in tensors or in reserve; 0 where there is none} */
  public static long memoryReserved() {
    return memory()[2];
  }

  private static long[] memory() {
    return deviceCount() > 0 ? NativeCuda.memory(NativeCuda.current()) : new long[3];
  }

  /** Lets {@link #maxMemoryAllocated} begin again at what is held now. */
  public static void resetPeakMemoryStats() {
    NativeCuda.resetPeak(currentDevice());
  }

  /**
   * Chooses which devices this process sees, in order of priority: {@code "1,0"} makes the machine's second device
   * {@code cuda:0}. Once CUDA has been asked for devices, as by {@link #isAvailable}, this has no effect but a warning in the log.
   *
   * <p>Differs from PyTorch: there, a program assigns {@code os.environ["CUDA_VISIBLE_DEVICES"]}, which Java cannot.
   *
   * @throws DeviceException if the text is not a list of numbers
   */
  public static void setVisibleDevices(String devices) {
    setBeforeUse("CUDA_VISIBLE_DEVICES", VisibleDevices.of(devices).toString());
  }

  /**
   * Lets each operator finish before the next one starts, to find the one that fails; slow. Once CUDA has been asked for devices,
   * this has no effect but a warning in the log.
   */
  public static void launchBlocking() {
    setBeforeUse("CUDA_LAUNCH_BLOCKING", "1");
  }

  private static void setBeforeUse(String name, String value) {
    if (NativeCuda.asked()) {
      System.getLogger(Cuda.class.getName()).log(Level.WARNING,
          name + "=" + value + " has no effect: CUDA has been asked for devices before");
    } else ProcessEnvironment.set(name, value);
  }

  /** Seeds the default generator of the current device; does nothing where there is none. */
  public static void manualSeed(long seed) {
    if (deviceCount() > 0) Generator.ofCuda(currentDevice()).manualSeed(seed);
  }

  /** Seeds the default generators of all devices alike. {@link Torch#manualSeed} does this, too. */
  public static void manualSeedAll(long seed) {
    for (int i = 0; i < deviceCount(); i++) Generator.ofCuda(i).manualSeed(seed);
  }

  /**
   * The seed that the current device's default generator was last given.
   *
   * @throws DeviceException if there is no device
   */
  public static long initialSeed() {
    return Generator.ofCuda(currentDevice()).initialSeed();
  }

  /**
   * The state of the current device's default generator, a tensor of bytes on the CPU that Python reads too.
   *
   * @throws DeviceException if there is no device
   */
  public static Tensor getRngState() {
    return getRngState(currentDevice());
  }

  /**
   * The state of a device's default generator.
   *
   * @throws DeviceException if there is no such device
   */
  public static Tensor getRngState(int index) {
    return Generator.ofCuda(index).getState();
  }

  /** {@return the states of all devices' default generators, in their order} */
  public static List<Tensor> getRngStateAll() {
    return IntStream.range(0, deviceCount()).mapToObj(Cuda::getRngState).toList();
  }

  /**
   * Puts the current device's default generator into a state that {@link #getRngState} gave.
   *
   * @throws DeviceException if there is no device
   */
  public static void setRngState(Tensor state) {
    setRngState(state, currentDevice());
  }

  /**
   * Puts a device's default generator into a state that {@link #getRngState} gave.
   *
   * @throws DeviceException if there is no such device
   */
  public static void setRngState(Tensor state, int index) {
    Generator.ofCuda(index).setState(state);
  }

  /**
   * Puts the default generators of the first devices into these states.
   *
   * @throws DeviceException if there are fewer devices than states
   */
  public static void setRngStateAll(List<Tensor> states) {
    for (int i = 0; i < states.size(); i++) setRngState(states.get(i), i);
  }

  /** The index of a CUDA device; of the current one where it has none. */
  static int indexOf(Device device) {
    return device.index() < 0 ? currentDevice() : existing(device.index());
  }

  static int existing(int index) {
    requireDevices();
    return checked(index, deviceCount());
  }

  static int checked(int index, int count) {
    if (index >= 0 && index < count) return index;
    throw new DeviceException("cuda: device index is " + index + " (expected: from 0 to " + (count - 1) + ")");
  }

  private static void requireDevices() {
    if (deviceCount() > 0) return;
    if (!CudaDriver.present()) {
      throw new DeviceException("Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and"
          + " installed a driver from http://www.nvidia.com/Download/index.aspx");
    }
    if (!NativeCuda.compiled()) {
      throw new DeviceException(
          "Torch not compiled with CUDA enabled; add the dependency dev.jtorch:jtorch-linux-x86_64-gpu");
    }
    throw new DeviceException("No CUDA GPUs are available; CUDA_VISIBLE_DEVICES may hide them");
  }
}
