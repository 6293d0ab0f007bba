package dev.jtorch.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Safetensors files made by hand. */
final class SafeTensorsText {
  private SafeTensorsText() {}

  /** Writes {@code x.safetensors} with a header as it stands and these bytes behind it. */
  static Path write(Path folder, String header, byte... data) throws IOException {
    return Files.write(folder.resolve("x.safetensors"), bytes(header.getBytes(StandardCharsets.UTF_8), data));
  }

  static byte[] bytes(byte[] header, byte... data) {
    var file = ByteBuffer.allocate(Long.BYTES + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    return file.putLong(header.length).put(header).put(data).array();
  }
}
