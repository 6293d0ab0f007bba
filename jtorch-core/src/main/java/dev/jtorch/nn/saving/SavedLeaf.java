package dev.jtorch.nn.saving;

import dev.jtorch.Complex;
import dev.jtorch.Generator;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value without parts of its own, as one plain value of a file.
 *
 * @param name what the file calls the type
 */
record SavedLeaf<T>(String name, Class<T> type, Function<T, Object> write, Function<Object, T> read) {
  private static final List<SavedLeaf<?>> ALL = List.of( //
      leaf(Integer.class, Integer::longValue, cell -> Math.toIntExact((Long) cell)),
      leaf(Short.class, Short::longValue, cell -> (short) Math.toIntExact((Long) cell)),
      leaf(Byte.class, Byte::longValue, cell -> (byte) Math.toIntExact((Long) cell)),
      leaf(Character.class, c -> (long) c, cell -> (char) Math.toIntExact((Long) cell)),
      leaf(Float.class, Float::doubleValue, cell -> ((Double) cell).floatValue()),
      leaf(BigInteger.class, BigInteger::toString, cell -> new BigInteger((String) cell)),
      leaf(BigDecimal.class, BigDecimal::toString, cell -> new BigDecimal((String) cell)),
      leaf(UUID.class, UUID::toString, cell -> UUID.fromString((String) cell)),
      leaf(URI.class, URI::toString, cell -> URI.create((String) cell)),
      leaf(Path.class, Path::toString, cell -> Path.of((String) cell)),
      leaf(Duration.class, Duration::toString, cell -> Duration.parse((String) cell)),
      leaf(Instant.class, Instant::toString, cell -> Instant.parse((String) cell)),
      leaf(AtomicInteger.class, i -> (long) i.get(), cell -> new AtomicInteger(Math.toIntExact((Long) cell))),
      leaf(AtomicLong.class, AtomicLong::get, cell -> new AtomicLong((Long) cell)),
      leaf(AtomicBoolean.class, AtomicBoolean::get, cell -> new AtomicBoolean((Boolean) cell)),
      leaf(Size.class, size -> size, cell -> (Size) cell), leaf(Complex.class, c -> c, cell -> (Complex) cell),
      leaf(Generator.class, Generator::getState, cell -> new Generator().setState((Tensor) cell)));

  private static <T> SavedLeaf<T> leaf(Class<T> type, Function<T, Object> write, Function<Object, T> read) {
    return new SavedLeaf<>(type.getSimpleName(), type, write, read);
  }

  /** The form of a value; null where it is no leaf. */
  static @Nullable SavedLeaf<?> of(Object value) {
    for (SavedLeaf<?> leaf : ALL) if (leaf.type.isInstance(value)) return leaf;
    return null;
  }

  /** The form of a name in a file; null where there is none. */
  static @Nullable SavedLeaf<?> named(String name) {
    for (SavedLeaf<?> leaf : ALL) if (leaf.name.equals(name)) return leaf;
    return null;
  }

  Object cell(Object value) {
    return write.apply(type.cast(value));
  }
}
