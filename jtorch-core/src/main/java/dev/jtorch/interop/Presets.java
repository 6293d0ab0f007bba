package dev.jtorch.interop;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.internal.NativeTensor;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Takes LibTorch's own objects, as the bytedeco presets have them, to JTorch's and back: for operators that JTorch does not have, and
 * for other libraries on the presets.
 *
 * <pre>
 * try (var pointer = Presets.unwrap(x); var result = torch.special_airy_ai(pointer)) {
 *   Tensor y = Presets.wrap(result);
 * }
 * </pre>
 *
 * <p>Lifetimes: both sides have a handle of their own on one LibTorch tensor, with the same elements, gradient and graph. A tensor
 * from {@link #wrap(org.bytedeco.pytorch.Tensor) wrap} is like any other: the innermost {@link dev.jtorch.Scope} owns it. An object
 * from {@link #unwrap(Tensor) unwrap} belongs to the caller, who may close it or leave it to the presets' garbage-collection hook.
 * Closing one never ends the other; the elements are freed with the last handle.
 *
 * <p>Threads: JTorch does not see what is called on the presets' objects. Its guards for gradients that several threads share, its
 * modes of virtual threads and its error messages do not apply there.
 *
 * <p>A program on the module path that uses this class requires {@code org.bytedeco.pytorch} itself.
 */
@SuppressWarnings("exports") // a user of JTorch alone should not see the presets' names, such as their Tensor
public final class Presets {
  static {
    Tensor.loadNatives();
  }

  private Presets() {}

  /**
   * {@return a tensor on the same LibTorch tensor}
   *
   * @throws TorchException if the object is closed or is an undefined tensor
   */
  public static Tensor wrap(org.bytedeco.pytorch.Tensor tensor) {
    if (required(tensor, "tensor").isNull()) {
      throw new TorchException("Presets.wrap: tensor is closed (expected: an open one)");
    }
    if (!tensor.defined()) throw new TorchException("Presets.wrap: tensor is undefined (expected: a defined one)");
    return Bridge.tensor(NativeTensor.shared(tensor));
  }

  /**
   * {@return a new object of the presets on the same LibTorch tensor}
   *
   * @throws dev.jtorch.ReleasedTensorException if the tensor has been closed
   */
  public static org.bytedeco.pytorch.Tensor unwrap(Tensor tensor) {
    return Bridge.handle(required(tensor, "tensor")).newPointer();
  }

  /**
   * {@return the element type of the same name}
   *
   * @throws DTypeException if JTorch has no such type
   */
  public static DType wrap(ScalarType type) {
    return Stream.of(DType.values()).filter(known -> known.code() == required(type, "type").value).findFirst()
        .orElseThrow(() -> new DTypeException("Presets.wrap: type is " + type + " (expected: one that DType has)"));
  }

  /** {@return the presets' element type of the same name} */
  public static ScalarType unwrap(DType type) {
    return Stream.of(ScalarType.values()).filter(known -> known.value == required(type, "type").code()).findFirst()
        .orElseThrow();
  }

  /**
   * {@return the same device; a value without native memory, so the presets' object may be closed at once}
   *
   * @throws DeviceException if JTorch has no devices of this type
   */
  public static Device wrap(org.bytedeco.pytorch.Device device) {
    DeviceType type = required(device, "device").type().intern(); // the presets return a new object of the enum
    Device.Type known = switch (type) {
      case CPU -> Device.Type.CPU;
      case CUDA -> Device.Type.CUDA;
      case MPS -> Device.Type.MPS;
      case Meta -> Device.Type.META;
      default -> throw new DeviceException(
          "Presets.wrap: device is of type " + type + " (expected: CPU, CUDA, MPS or Meta)");
    };
    return new Device(known, device.index());
  }

  /** {@return a new object of the presets for the same device, which belongs to the caller} */
  public static org.bytedeco.pytorch.Device unwrap(Device device) {
    DeviceType type = switch (required(device, "device").type()) {
      case CPU -> DeviceType.CPU;
      case CUDA -> DeviceType.CUDA;
      case MPS -> DeviceType.MPS;
      case META -> DeviceType.Meta;
    };
    return new org.bytedeco.pytorch.Device(type, (byte) device.index());
  }
}
