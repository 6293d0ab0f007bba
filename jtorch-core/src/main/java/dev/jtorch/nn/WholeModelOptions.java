package dev.jtorch.nn;

import dev.jtorch.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a whole model is loaded.
 *
 * @param allowed which classes may be made besides JTorch's layers and the asked one
 * @param device where all tensors shall lie; null for where they were saved
 */
public record WholeModelOptions(List<String> allowed, @Nullable Device device) {
  static final WholeModelOptions DEFAULT = new WholeModelOptions(List.of(), null);
  private static final Pattern FORM = Pattern.compile("[\\w$]+(\\.[\\w$]+)*(\\.\\.|\\.\\*)?");

  public WholeModelOptions { allowed = List.copyOf(allowed); }

  /**
   * Allows classes: one with its nested ones ({@code "com.example.Net"}), those of a package ({@code "com.example.*"}), or those of
   * a package and the packages below it ({@code "com.example.."}).
   *
   * @throws ModuleException if the text is not of such a form
   */
  public WholeModelOptions allow(String... classes) {
    var all = new ArrayList<String>(allowed);
    for (String name : classes) {
      if (!FORM.matcher(name).matches()) {
        throw new ModuleException("WholeModel: allowed classes are '" + name
            + "' (expected: a class, a package as in com.example.*, or packages as in com.example..)");
      }
      all.add(name);
    }
    return new WholeModelOptions(all, device);
  }

  public WholeModelOptions device(Device where) { return new WholeModelOptions(allowed, where); }
}
