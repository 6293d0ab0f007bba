package dev.jtorch.io.pickle;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Python's dict and its kin: a map in insertion order that remembers which of them it was. Compares as a map: neither
 * kind nor attributes count, as in Python.
 */
@SuppressWarnings("serial") // java.io serialization is not how these are stored
public final class Dict extends LinkedHashMap<@Nullable Object, @Nullable Object> {

  /** Which Python class. */
  public enum Kind {
    /** {@code dict}, and {@code defaultdict} without its factory. */
    PLAIN,
    /** {@code collections.OrderedDict}, the class of a {@code state_dict()}. */
    ORDERED,
    /** {@code collections.Counter}, as in the milestones of {@code MultiStepLR}. */
    COUNTER
  }

  private final Kind kind;
  private @Nullable Dict attributes;

  /** An empty {@code dict}. */
  public Dict() { this(Kind.PLAIN); }

  /** An empty dict of this kind. */
  public Dict(Kind kind) { this.kind = kind; }

  /** {@return which Python class it is} */
  public Kind kind() { return kind; }

  /** {@return the Python attributes, such as the {@code _metadata} of a {@code state_dict()}; null when there are none} */
  public @Nullable Dict attributes() {
    return attributes;
  }

  /** Sets the Python attributes of an ordered dict. */
  public void attributes(Dict attributes) {
    if (kind != Kind.ORDERED) throw new MalformedPickle("only a collections.OrderedDict can have attributes");
    this.attributes = attributes;
  }
}
