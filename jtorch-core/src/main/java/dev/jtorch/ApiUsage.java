package dev.jtorch;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a logger which parts of JTorch a process uses, by PyTorch's keys, such as {@code python.nn_module}: each part once,
 * when it is first used. Without a logger, which is so unless somebody installs one, nothing is told to anybody.
 *
 * <p>Differs from PyTorch: the logger sees JTorch's own keys, not those of LibTorch's C++ parts.
 */
public final class ApiUsage {
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
  private static volatile @Nullable Consumer<String> logger;

  private ApiUsage() {}

  /** Installs a logger, or with null removes it. It hears of what is first used from now on. */
  public static void setLogger(@Nullable Consumer<String> consumer) {
    logger = consumer;
  }

  /** Says that a part of the library is used; the second time for a key does nothing. */
  public static void logOnce(String key) {
    if (!SEEN.add(key)) return;
    Consumer<String> told = logger;
    if (told == null) return;
    try {
      told.accept(key);
    } catch (RuntimeException e) {
      System.getLogger(ApiUsage.class.getName()).log(Level.WARNING, "the usage logger failed at " + key, e);
    }
  }
}
