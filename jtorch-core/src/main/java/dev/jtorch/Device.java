package dev.jtorch;

import dev.jtorch.internal.NativeCuda;
import dev.jtorch.internal.NativeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a tensor lives: a kind of processor and, where there can be several, its index.
 *
 * @param type the kind of processor
 * @param index which of them, or -1 for the current one
 * @see <a href="https://docs.pytorch.org/docs/stable/tensor_attributes.html#torch.device">torch.device</a>
 */
public record Device(Type type, int index) {
  public static final Device CPU = new Device(Type.CPU, -1);
  /** No storage at all: shapes and dtypes only. */
  public static final Device META = new Device(Type.META, -1);

  /** Kinds of processor. */
  public enum Type {
    CPU(0), CUDA(1), MPS(13), META(14);

    final int code;

    Type(int code) {
      this.code = code;
    }

    static Type of(int code) {
      for (Type type : values()) if (type.code == code) return type;
      throw new DeviceException("device: LibTorch's device type " + code + " has no counterpart in JTorch");
    }
  }

  public static Device cuda(int index) { return new Device(Type.CUDA, index); }

  /**
   * Reads PyTorch's notation: {@code cpu}, {@code cuda}, {@code cuda:1}, {@code mps}, {@code meta}.
   *
   * @throws DeviceException if the text is not of that form
   */
  public static Device of(String text) {
    try {
      int colon = text.indexOf(':');
      Type type = Type.valueOf((colon < 0 ? text : text.substring(0, colon)).toUpperCase(Locale.ROOT));
      return new Device(type, colon < 0 ? -1 : Integer.parseUnsignedInt(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new DeviceException(
          "device: text is '" + text + "' (expected: cpu, cuda, mps or meta, and an index as in cuda:0)", e);
    }
  }

  static Device of(int typeCode, int index) { return new Device(Type.of(typeCode), index); }

  /**
   * This device, if a tensor can lie there.
   *
   * @throws DeviceException if this machine or this build of LibTorch has no such device
   */
  Device requireHere() {
    if (type == Type.CPU || type == Type.META || (index < count() && count() > 0)) return this;
    throw new DeviceException("device: " + this + " does not exist here (expected: one of "
        + String.join(", ", names()) + ")");
  }

  private int count() {
    Tensor.loadNatives();
    if (type == Type.CUDA) return NativeCuda.count();
    return NativeInfo.mpsAvailable() ? 1 : 0;
  }

  private static List<String> names() {
    var names = new ArrayList<>(List.of("cpu", "meta"));
    int cuda = cuda(0).count();
    for (int i = 0; i < cuda; i++) names.add("cuda:" + i);
    if (new Device(Type.MPS, -1).count() > 0) names.add("mps");
    return names;
  }

  public boolean isCpu() { return type == Type.CPU; }

  public boolean isCuda() { return type == Type.CUDA; }

  @Override public String toString() {
    String name = type.name().toLowerCase(Locale.ROOT);
    return index < 0 ? name : name + ":" + index;
  }
}
