package dev.jtorch.nn.saving;

import dev.jtorch.Device;
import dev.jtorch.FluentOptions;
import dev.jtorch.nn.ModuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a whole model is loaded. */
public final class WholeModelOptions extends FluentOptions<WholeModelOptions> {
  private static final Pattern FORM = Pattern.compile("[\\w$]+(\\.[\\w$]+)*(\\.\\.|\\.\\*)?");

  private List<String> allowed = List.of();
  private @Nullable Device device;

  /**
   * Allows classes: one with its nested ones ({@code "com.example.Net"}), those of a package ({@code "com.example.*"}), or those of
   * a package and the packages below it ({@code "com.example.."}). Default none.
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
    return with(o -> o.allowed = List.copyOf(all));
  }

  /** The device of all tensors; default null, which means the device that each was saved from. */
  public WholeModelOptions device(Device device) {
    return with(o -> o.device = device);
  }

  public @Nullable Device device() { return device; }

  /** {@return which classes may be made besides JTorch's layers and the asked one} */
  public List<String> allowed() {
    return allowed;
  }
}
