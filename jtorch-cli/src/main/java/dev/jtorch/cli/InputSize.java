package dev.jtorch.cli;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The sizes of a network's input without the batch's, such as {@code 3,224,224}. */
record InputSize(long... sizes) {
  long[] withBatch(long batch) {
    return LongStream.concat(LongStream.of(batch), LongStream.of(sizes)).toArray();
  }

  /** Reads the value of {@code --input}. */
  static final class Converter implements ITypeConverter<InputSize> {
    @Override public InputSize convert(String text) {
      var number = new NumberOption.Positive();
      try {
        return new InputSize(Stream.of(text.split(",", -1)).mapToLong(number::convert).toArray());
      } catch (TypeConversionException e) {
        throw new TypeConversionException("whole numbers >= 1 with commas between them, such as 3,224,224");
      }
    }
  }
}
