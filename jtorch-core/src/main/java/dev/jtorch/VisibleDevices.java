package dev.jtorch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which CUDA devices a process sees, in order of priority: the value of {@code CUDA_VISIBLE_DEVICES}, such as {@code 0,1}.
 *
 * @param indices the machine's numbers of the devices; the first becomes {@code cuda:0}
 * @see <a href="https://docs.nvidia.com/cuda/cuda-programming-guide/05-appendices/environment-variables.html">CUDA's environment
 *     variables</a>
 */
public record VisibleDevices(List<Integer> indices) {
  private static final Pattern INDEX = Pattern.compile("\\d{1,3}");

  public VisibleDevices {
    indices = List.copyOf(indices);
    for (int i = 0; i < indices.size(); i++) {
      if (indices.indexOf(indices.get(i)) < i) throw refusal(indices.toString(), "each device once");
    }
  }

  /**
   * Reads a list of numbers with commas between them, and blanks around them where one likes; the empty text hides all devices.
   *
   * <p>Differs from PyTorch: what CUDA would cut off in silence is refused: an entry that is no number, and a device that is
   * listed twice.
   *
   * @throws DeviceException if the text is not of that form
   */
  public static VisibleDevices of(String text) {
    var indices = new ArrayList<Integer>();
    if (text.isBlank()) return new VisibleDevices(indices);
    for (String entry : text.split(",", -1)) {
      if (!INDEX.matcher(entry.strip()).matches()) throw refusal(text, "numbers of devices, as in 0,1");
      indices.add(Integer.valueOf(entry.strip()));
    }
    return new VisibleDevices(indices);
  }

  private static DeviceException refusal(String text, String expected) {
    return new DeviceException("visible devices: list is '" + text + "' (expected: " + expected + ")");
  }

  /** The list as CUDA reads it. */
  @Override public String toString() {
    return indices.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
