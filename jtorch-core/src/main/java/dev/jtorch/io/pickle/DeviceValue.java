package dev.jtorch.io.pickle;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code torch.device} kept as a value.
 *
 * @param type kind of device, as in {@code cpu} or {@code cuda}
 * @param index which one of its kind; null for the current one
 */
public record DeviceValue(String type, @Nullable Long index) {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9_]{1,32}");

  /** Checks that the kind looks like one of PyTorch's. */
  public DeviceValue {
    if (!TYPE.matcher(type).matches())
      throw new MalformedPickle("device type is '" + type + "' (expected: as in cuda)");
  }

  /** {@return its name in Python} */
  @Override public String toString() {
    return index == null ? type : type + ":" + index;
  }
}
