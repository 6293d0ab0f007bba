package dev.jtorch.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings that native libraries read when they load, and never again.
 *
 * <p>Why these, with measurements: {@code docs/adr/0003-one-tamed-thread-pool.md}. A value that the user has set stays.
 */
public final class NativeSettings {
  /** JavaCPP's own limits cost two microseconds for each tensor; {@link MemoryPressure} does their work. */
  private static final Map<String, String> PROPERTIES = Map.of("org.bytedeco.javacpp.maxbytes", "0",
      "org.bytedeco.javacpp.maxphysicalbytes", "0");

  /** Waiting threads sleep instead of spinning: beside a busy process, spinning makes small steps collapse. */
  private static final Map<String, String> ENVIRONMENT = Map.of("OMP_WAIT_POLICY", "PASSIVE", "OPENBLAS_THREAD_TIMEOUT",
      "4");

  private NativeSettings() {}

  static void applyBeforeLoading() {
    PROPERTIES.forEach((name, value) -> {
      if (System.getProperty(name) == null) System.setProperty(name, value);
    });
    missing(System.getenv()).forEach(ProcessEnvironment::set);
    NativeHeap.keepFreedMemory();
  }

  /** The variables to set in a process that has this environment. */
  static Map<String, String> missing(Map<String, String> environment) {
    var missing = new LinkedHashMap<>(ENVIRONMENT);
    missing.keySet().removeAll(environment.keySet());
    return missing;
  }

  /** What was decided, for {@code jtorch doctor}. */
  public static Map<String, String> inForce() {
    var all = new LinkedHashMap<String, String>();
    ENVIRONMENT.forEach((name, value) -> all.put(name, System.getenv().getOrDefault(name, value)));
    PROPERTIES.keySet().stream().sorted().forEach(name -> all.put(name, System.getProperty(name)));
    all.put("malloc", NativeHeap.policy());
    return all;
  }
}
