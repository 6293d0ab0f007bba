package dev.jtorch.vision.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The texts that goldens/models/make.py wrote. */
public final class GoldenText {
  private GoldenText() {}

  public static String read(String name) {
    try (InputStream in = GoldenText.class.getResourceAsStream("/golden/models/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
