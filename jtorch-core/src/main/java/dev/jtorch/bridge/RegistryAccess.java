package dev.jtorch.bridge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is registered in a module, for the saving of whole models, which writes and makes registries. Users need none of it; the
 * class of all registries installs it.
 */
public interface RegistryAccess {
  /** What is registered under a name, or null where the name is kept free. */
  record Entry(String key, Class<?> kind, @Nullable Object value) {}

  /** Whether an object is the registry of a module. */
  boolean isRegistry(Object object);

  /** What is registered, in order. */
  List<Entry> entries(Object registry);

  /** The registered names, and the fields that were set before one of them, in the order of assignment. */
  List<String> order(Object registry);

  /** A registry of these entries. */
  Object make(List<Entry> entries, List<String> order);

  static void install(RegistryAccess access) { Holder.access = access; }

  static RegistryAccess get() { return Objects.requireNonNull(Holder.access, "no module has been initialised"); }

  /** Where the way is kept, because an interface's own fields are constants. */
  final class Holder {
    private static volatile @Nullable RegistryAccess access;

    private Holder() {}
  }
}
