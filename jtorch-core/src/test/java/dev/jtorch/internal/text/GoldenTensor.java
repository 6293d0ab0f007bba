package dev.jtorch.internal.text;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A tensor read from a golden file; it can answer for the elements asked of it only. */
record GoldenTensor(Map<String, String> fields, String text) implements PrintedTensor {

  @Override public String toString() {
    return fields.get("case");
  }

  @Override public String heading() {
    return fields.containsKey("heading") ? fields.get("heading") + "\n" : "";
  }

  @Override public String typeName() {
    return fields.getOrDefault("type", "tensor");
  }

  @Override public long[] shape() {
    return longs(words("shape"));
  }

  @Override public String dtype() {
    return fields.get("dtype");
  }

  @Override public String defaultDtype() {
    return fields.getOrDefault("default", "float32");
  }

  @Override public @Nullable String device() {
    return fields.get("device");
  }

  @Override public boolean requiresGrad() {
    return fields.containsKey("requires_grad");
  }

  @Override public @Nullable String gradFnName() {
    return fields.get("grad_fn");
  }

  @Override public PrintedElements elements(Edges edges) {
    long[] kept = edges.flatIndices();
    if (dtype().startsWith("complex")) {
      return new PrintedElements.Complexes(doubles(kept, 2, 0), doubles(kept, 2, 1));
    }
    if (dtype().contains("float")) { return new PrintedElements.Floats(doubles(kept, 1, 0)); }
    long[] values = LongStream.of(kept).map(i -> integer((int) i)).toArray();
    if (dtype().equals("uint64")) { return new PrintedElements.UnsignedLongs(values); }
    return dtype().equals("bool") ? booleans(values) : new PrintedElements.Integers(values);
  }

  PrintSettings options() {
    PrintSettings standard = PrintSettings.defaultProfile();
    String threshold = fields.getOrDefault("threshold", "1000");
    return new PrintSettings(
        Integer.parseInt(fields.getOrDefault("precision", "" + standard.precision())),
        threshold.equals("inf") ? PrintSettings.UNLIMITED : Long.parseLong(threshold),
        Integer.parseInt(fields.getOrDefault("edgeitems", "" + standard.edgeItems())),
        Integer.parseInt(fields.getOrDefault("linewidth", "" + standard.lineWidth())),
        fields.containsKey("sci_mode") ? Boolean.valueOf(fields.get("sci_mode")) : null);
  }

  private double[] doubles(long[] kept, int parts, int part) {
    String[] words = words("values");
    return LongStream.of(kept)
        .mapToDouble(i -> words.length == 0 ? ramp(i) : GoldenText.number(words[(int) i * parts + part]))
        .toArray();
  }

  private long integer(int i) {
    String[] words = words("values");
    return words.length == 0 ? (long) ramp(i) : longs(new String[] {words[i]})[0];
  }

  private double ramp(long i) {
    long[] spec = longs(words("ramp"));
    return (double) ((i * spec[0]) % spec[1] - spec[2]) / spec[3];
  }

  private String[] words(String key) {
    String value = fields.getOrDefault(key, "");
    return value.isEmpty() ? new String[0] : value.split(" ");
  }

  private static long[] longs(String[] words) {
    return IntStream.range(0, words.length)
        .mapToLong(i -> words[i].startsWith("-") ? Long.parseLong(words[i]) : Long.parseUnsignedLong(words[i]))
        .toArray();
  }

  private static PrintedElements booleans(long[] values) {
    boolean[] bits = new boolean[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = values[i] != 0;
    }
    return new PrintedElements.Booleans(bits);
  }
}
