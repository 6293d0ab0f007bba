package dev.jtorch.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The orders that Python printed, see goldens/data/make.py: nested lists, as both languages write them. */
final class Orders {
  private static final String FILE = "/golden/data/orders.txt";

  private Orders() {}

  static String of(String name) {
    try (InputStream in = Objects.requireNonNull(Orders.class.getResourceAsStream(FILE))) {
      return new String(in.readAllBytes(), UTF_8).lines().filter(line -> line.startsWith(name + "\t"))
          .map(line -> line.substring(name.length() + 1)).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
