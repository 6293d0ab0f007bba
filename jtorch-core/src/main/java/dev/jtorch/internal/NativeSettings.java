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

  private static final String WAIT_POLICY = "OMP_WAIT_POLICY";
  private static final String SPIN_COUNT = "GOMP_SPINCOUNT";

  /**
   * Waiting threads sleep instead of spinning, but for the moment from one operator of a network to the next: beside a busy
   * process, spinning makes small steps collapse; on a quiet machine, waking a thread takes longer than many an operator.
   */
  private static final Map<String, String> ENVIRONMENT = Map.of(WAIT_POLICY, "PASSIVE", SPIN_COUNT, "2000",
      "OPENBLAS_THREAD_TIMEOUT", "4");

  private NativeSettings() {}

  static void applyBeforeLoading() {
    PROPERTIES.forEach((name, value) -> {
      if (System.getProperty(name) == null) System.setProperty(name, value);
    });
    missing(System.getenv()).forEach(ProcessEnvironment::set);
    NativeHeap.keepFreedMemory();
  }

  /** The variables to set in a process that has this environment. A user's policy of waiting has a count of its own. */
  static Map<String, String> missing(Map<String, String> environment) {
    var missing = new LinkedHashMap<>(ENVIRONMENT);
    missing.keySet().removeAll(environment.keySet());
    if (environment.containsKey(WAIT_POLICY)) missing.remove(SPIN_COUNT);
    return missing;
  }

  /** What was decided, for {@code jtorch doctor}. */
  public static Map<String, String> inForce() {
    var all = new LinkedHashMap<String, String>();
    Map<String, String> missing = missing(System.getenv());
    ENVIRONMENT.keySet().stream().sorted()
        .forEach(name -> all.put(name, System.getenv().getOrDefault(name, missing.getOrDefault(name, "not set"))));
    PROPERTIES.keySet().stream().sorted().forEach(name -> all.put(name, System.getProperty(name)));
    all.put("malloc", NativeHeap.policy());
    return all;
  }
}
