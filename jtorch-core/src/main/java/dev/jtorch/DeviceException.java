package dev.jtorch;

import org.jspecify.annotations.Nullable;

/** A tensor is on the wrong device, or a device does not exist here. */
public class DeviceException extends TorchException {
  private static final long serialVersionUID = 1L;

  public DeviceException(String message) {
    super(message);
  }

  public DeviceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
