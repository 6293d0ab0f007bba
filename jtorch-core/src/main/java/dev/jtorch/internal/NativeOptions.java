package dev.jtorch.internal;

import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The dtype and device of a tensor to be made. One native object for each combination is kept.
 *
 * <p>Dtypes, devices and memory formats are LibTorch's own numbers here; {@link #NONE} stands for "not said".
 */
public final class NativeOptions {
  public static final int NONE = -1;

  private static final ConcurrentHashMap<Long, NativeOptions> POOL = new ConcurrentHashMap<>();
  private static final ScalarType[] SCALAR_TYPES = new ScalarType[64];
  private static final ScalarTypeOptional[] OPTIONAL_SCALAR_TYPES = new ScalarTypeOptional[64];
  private static final ScalarTypeOptional NO_SCALAR_TYPE = PooledNatives.kept(new ScalarTypeOptional());
  private static final MemoryFormatOptional[] FORMATS = new MemoryFormatOptional[4];
  private static final MemoryFormatOptional NO_FORMAT = PooledNatives.kept(new MemoryFormatOptional());

  static {
    for (ScalarType type : ScalarType.values()) {
      if (type.value < 0 || type.value >= SCALAR_TYPES.length || type == ScalarType.Undefined) continue;
      SCALAR_TYPES[type.value] = type;
      OPTIONAL_SCALAR_TYPES[type.value] = PooledNatives.kept(new ScalarTypeOptional(type));
    }
    for (MemoryFormat format : MemoryFormat.values()) {
      if (format.value >= 0 && format.value < FORMATS.length) {
        FORMATS[format.value] = PooledNatives.kept(new MemoryFormatOptional(format));
      }
    }
  }

  private final TensorOptions options;

  private NativeOptions(TensorOptions options) {
    this.options = options;
  }

  /** Options with these parts said; a device index of {@link #NONE} means the current one. */
  public static NativeOptions of(int dtype, int deviceType, int deviceIndex) {
    long key = (dtype + 1L) << 32 | (deviceType + 1L) << 16 | (deviceIndex + 1L);
    NativeOptions known = POOL.get(key);
    if (known != null) return known;
    // not computeIfAbsent: a virtual thread must not lose its carrier, as it can in a close, while it holds the map's lock
    NativeOptions made = make(dtype, deviceType, deviceIndex);
    NativeOptions earlier = POOL.putIfAbsent(key, made);
    if (earlier != null) return earlier;
    PooledNatives.kept(made.options);
    return made;
  }

  private static NativeOptions make(int dtype, int deviceType, int deviceIndex) {
    var options = new TensorOptions();
    if (dtype != NONE) options = options.dtype(optionalScalarType(dtype));
    if (deviceType != NONE) {
      try (var device = device(deviceType, deviceIndex); var optional = new DeviceOptional(device)) {
        options = options.device(optional);
      }
    }
    return new NativeOptions(options);
  }

  static Device device(int type, int index) {
    for (DeviceType known : DeviceType.values()) {
      if (known.value == type) return index == NONE ? new Device(known) : new Device(known, (byte) index);
    }
    throw new IllegalArgumentException("device type " + type + " is not known to LibTorch");
  }

  /** The native options, for a call that follows at once, as with {@link NativeTensor#use}. */
  TensorOptions get() {
    VirtualModes.apply();
    return options;
  }

  static ScalarType scalarType(int dtype) { return SCALAR_TYPES[dtype]; }

  static ScalarTypeOptional optionalScalarType(int dtype) {
    return dtype == NONE ? NO_SCALAR_TYPE : OPTIONAL_SCALAR_TYPES[dtype];
  }

  static MemoryFormatOptional optionalFormat(int format) { return format == NONE ? NO_FORMAT : FORMATS[format]; }
}
