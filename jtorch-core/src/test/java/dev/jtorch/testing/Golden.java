package dev.jtorch.testing;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What real PyTorch computed: tensors and texts by name, from a safetensors file that a {@code make.py} under
 * {@code goldens} wrote.
 *
 * <p>The header is read by patterns that fit what Python's safetensors writes, not any JSON.
 */
public final class Golden {
  private static final Pattern TENSOR = Pattern
      .compile("\"([^\"]+)\":\\{\"dtype\":\"(\\w+)\",\"shape\":\\[([\\d,]*)],\"data_offsets\":\\[(\\d+),(\\d+)]}");
  /** Possessive, because the stack of a pattern that may go back grows with the text. */
  private static final String STRING = "\"((?:[^\"\\\\]++|\\\\.)*+)\"";
  private static final Pattern TEXTS = Pattern.compile("\"__metadata__\":\\{((?:" + STRING + "[:,]?)*+)}");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\":" + STRING);
  private static final Map<String, DType> DTYPES = Map.of("F16", DType.FLOAT16, "BF16", DType.BFLOAT16, "F32",
      DType.FLOAT32, "F64", DType.FLOAT64, "I64", DType.INT64, "I32", DType.INT32, "U8", DType.UINT8, "BOOL",
      DType.BOOL);

  private final String name;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private Golden(String name, ByteBuffer file) {
    this.name = name;
    var header = new byte[(int) file.getLong()];
    file.get(header);
    String json = new String(header, StandardCharsets.UTF_8);
    ByteBuffer data = file.slice().order(ByteOrder.nativeOrder());
    TEXTS.matcher(json).results().flatMap(all -> TEXT.matcher(all.group(1)).results())
        .forEach(text -> texts.put(text.group(1), unescaped(text.group(2))));
    TENSOR.matcher(json).results().forEach(entry -> tensors.put(entry.group(1), tensor(entry, data)));
  }

  /** Reads {@code /golden/NAME.safetensors}. */
  public static Golden load(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".safetensors")) {
      byte[] file = Objects.requireNonNull(in, () -> "no golden file " + name).readAllBytes();
      return new Golden(name, ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tensor tensor(MatchResult entry, ByteBuffer data) {
    DType dtype = Objects.requireNonNull(DTYPES.get(entry.group(2)), entry.group(2));
    long[] shape = Stream.of(entry.group(3).split(",")).filter(s -> !s.isEmpty()).mapToLong(Long::parseLong).toArray();
    int from = Integer.parseInt(entry.group(4));
    int to = Integer.parseInt(entry.group(5));
    Tensor empty = Torch.empty(shape, o -> o.dtype(dtype));
    return empty.copyFrom(data.slice(from, to - from).order(ByteOrder.nativeOrder())).keepForever();
  }

  private static String unescaped(String json) {
    return json.translateEscapes();
  }

  /** The tensor of a name. */
  public Tensor tensor(String key) {
    return Objects.requireNonNull(tensors.get(key), () -> name + " has no tensor " + key);
  }

  /** The tensors whose names begin with a prefix, without it, in no particular order. */
  public Map<String, Tensor> tensors(String prefix) {
    var found = new LinkedHashMap<String, Tensor>();
    tensors.forEach((key, tensor) -> {
      if (key.startsWith(prefix)) found.put(key.substring(prefix.length()), tensor);
    });
    return found;
  }

  /** The text of a name. */
  public String text(String key) {
    return Objects.requireNonNull(texts.get(key), () -> name + " has no text " + key);
  }

  @Override public String toString() { return name; }
}
