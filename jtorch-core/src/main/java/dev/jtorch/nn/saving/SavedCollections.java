package dev.jtorch.nn.saving;

import dev.jtorch.internal.CopiedCollections;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The JDK's collections and maps that a whole model can hold, by the names that its file gives them. */
final class SavedCollections {
  private static final String LIST = "List";
  private static final String SET = "Set";
  private static final String MAP = "Map";

  @SuppressWarnings("JdkObsolete") // a user's layer may hold a LinkedList
  private static final Map<String, Supplier<Collection<@Nullable Object>>> COLLECTIONS = Map.of(//
      "ArrayList", ArrayList::new, "LinkedList", LinkedList::new, "ArrayDeque", ArrayDeque::new, "HashSet",
      HashSet::new, "LinkedHashSet", LinkedHashSet::new, "TreeSet", TreeSet::new, "CopyOnWriteArrayList",
      CopyOnWriteArrayList::new, LIST, ArrayList::new, SET, LinkedHashSet::new);
  private static final Map<String, Supplier<Map<@Nullable Object, @Nullable Object>>> MAPS = Map.of(//
      "HashMap", HashMap::new, "LinkedHashMap", LinkedHashMap::new, "TreeMap", TreeMap::new, "ConcurrentHashMap",
      ConcurrentHashMap::new, MAP, LinkedHashMap::new);

  private SavedCollections() {}

  /** What a file calls a collection or map; null where it cannot be saved as one. */
  static @Nullable String name(Object value) {
    if (CopiedCollections.isUnchanging(value)) return value instanceof Map ? MAP : value instanceof Set ? SET : LIST;
    // an order by a function could not be saved
    if (value instanceof SortedSet<?> sorted && sorted.comparator() != null) return null;
    if (value instanceof SortedMap<?, ?> sorted && sorted.comparator() != null) return null;
    Class<?> type = value.getClass();
    String name = type.getSimpleName();
    boolean ofTheJdk = type.getPackageName().startsWith("java.util");
    return ofTheJdk && (COLLECTIONS.containsKey(name) || MAPS.containsKey(name)) ? name : null;
  }

  /** Whether the name is one of those that cannot be changed when they are finished. */
  static boolean isUnchanging(String name) {
    return name.equals(LIST) || name.equals(SET) || name.equals(MAP);
  }

  /** An empty collection; null where there is none of the name. */
  static @Nullable Collection<@Nullable Object> collection(String name) {
    var maker = COLLECTIONS.get(name);
    return maker == null ? null : maker.get();
  }

  /** An empty map; null where there is none of the name. */
  static @Nullable Map<@Nullable Object, @Nullable Object> map(String name) {
    var maker = MAPS.get(name);
    return maker == null ? null : maker.get();
  }

  /** What stands for a filled collection or map: a view that cannot be changed, where the original could not be. */
  static Object finished(String name, Object filled) {
    return switch (name) {
      case LIST -> Collections.unmodifiableList((List<?>) filled);
      case SET -> Collections.unmodifiableSet((Set<?>) filled);
      case MAP -> Collections.unmodifiableMap((Map<?, ?>) filled);
      default -> filled;
    };
  }
}
