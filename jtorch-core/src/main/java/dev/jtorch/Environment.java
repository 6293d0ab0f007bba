package dev.jtorch;

import dev.jtorch.internal.NativeInfo;
import dev.jtorch.internal.NativeSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The facts about this process that a report of a run or of a problem should state.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.utils.collect_env.html">torch.utils.collect_env</a>
 */
public final class Environment {
  private Environment() {}

  /** {@return versions, platform, CPU capability, threads and devices by name, in the order to show them} */
  public static Map<String, String> facts() {
    Tensor.loadNatives();
    var facts = new LinkedHashMap<String, String>();
    String version = Environment.class.getPackage().getImplementationVersion();
    facts.put("JTorch", version == null ? "(development)" : version);
    facts.put("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.putAll(NativeInfo.facts());
    return facts;
  }

  /**
   * {@return the environment variables and system properties that decide about native threads and memory, with the
   * values in force: the user's where the user set them, JTorch's otherwise}
   */
  public static Map<String, String> settings() {
    Tensor.loadNatives();
    return NativeSettings.inForce();
  }
}
