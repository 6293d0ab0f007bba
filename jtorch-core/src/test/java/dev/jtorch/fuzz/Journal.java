package dev.jtorch.fuzz;

import dev.jtorch.Tensor;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The call that is under way, in a file that outlives a crash. */
final class Journal {
  private static final int BYTES = 1 << 16;
  private static final int LONGEST = 80;

  private final StringBuilder story = new StringBuilder();
  private final MappedByteBuffer file;

  Journal(Path path) throws IOException {
    try (var channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      file = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES);
    }
  }

  void begin(long seed) {
    story.setLength(0);
    story.append(seed).append(": ");
  }

  /** Within one story, what makes the arguments comes before what takes them. */
  void add(Executable what, @Nullable Object self, Object[] arguments) {
    story.append(self == null ? "" : show(self) + ".").append(what.getName())
        .append(Arrays.stream(arguments).map(Journal::show).collect(Collectors.joining(", ", "(", ") ")));
    byte[] bytes = story.toString().getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, BYTES - 1);
    file.put(0, bytes, 0, length).put(length, (byte) '\n');
  }

  private static String show(@Nullable Object value) {
    if (value instanceof Tensor t) return t.dtype() + t.shape().toString() + (t.requiresGrad() ? "g" : "");
    if (value instanceof Object[] objects) return Arrays.stream(objects).map(Journal::show).toList().toString();
    if (value instanceof List<?> list) return list.stream().map(Journal::show).toList().toString();
    if (value instanceof long[] longs) return Arrays.toString(longs);
    String text = value instanceof int[] ints ? Arrays.toString(ints) : String.valueOf(value).replaceAll("\\s+", " ");
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  @Override public String toString() { return story.toString(); }
}
