package dev.jtorch.data;

import dev.jtorch.testing.GoldenFile;

/** The orders that Python printed, see goldens/data/make.py: nested lists, as both languages write them. */
final class Orders {
  private Orders() {}

  static String of(String name) {
    return GoldenFile.text("data/orders.txt").lines().filter(line -> line.startsWith(name + "\t"))
        .map(line -> line.substring(name.length() + 1)).findFirst().orElseThrow();
  }
}
