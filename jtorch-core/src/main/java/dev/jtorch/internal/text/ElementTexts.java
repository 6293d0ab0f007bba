package dev.jtorch.internal.text;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The text of every printed element, and the width that the wrapping of rows counts for each.
 *
 * @param texts one text an element, row-major
 * @param width the width of a column; a text may be shorter (complex) or longer (zeros, non-finite values)
 */
record ElementTexts(List<String> texts, int width) {

  static ElementTexts of(PrintedElements elements, PrintSettings options) {
    if (elements instanceof PrintedElements.Floats floats) { return floats(floats.values(), options); }
    if (elements instanceof PrintedElements.Complexes complexes) { return complexes(complexes, options); }
    if (elements instanceof PrintedElements.Integers integers) {
      return aligned(LongStream.of(integers.values()).mapToObj(Long::toString).toList());
    }
    if (elements instanceof PrintedElements.UnsignedLongs longs) {
      return aligned(LongStream.of(longs.values()).mapToObj(Long::toUnsignedString).toList());
    }
    return booleans(((PrintedElements.Booleans) elements).values());
  }

  static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static ElementTexts booleans(boolean[] values) {
    return aligned(texts(values.length, i -> PythonNumbers.bool(values[i])));
  }

  private static ElementTexts floats(double[] values, PrintSettings options) {
    var format = FloatFormat.of(values, options);
    return new ElementTexts(texts(values.length, i -> format.text(values[i])), format.width());
  }

  private static ElementTexts complexes(PrintedElements.Complexes values, PrintSettings options) {
    var real = FloatFormat.of(values.real(), options);
    var imag = FloatFormat.of(values.imag(), options);
    List<String> texts = texts(values.real().length,
        i -> real.text(values.real()[i]) + signed(imag.text(values.imag()[i])));
    return new ElementTexts(texts, real.width() + imag.width() + "j".length());
  }

  /** The imaginary part stands directly behind the real one: its own padding goes, a plus comes. */
  private static String signed(String imag) {
    String bare = imag.stripLeading() + "j";
    return bare.startsWith("-") ? bare : "+" + bare;
  }

  private static ElementTexts aligned(List<String> bare) {
    int width = bare.stream().mapToInt(String::length).reduce(1, Math::max);
    return new ElementTexts(bare.stream().map(text -> padLeft(text, width)).toList(), width);
  }

  private static List<String> texts(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).toList();
  }
}
