package dev.jtorch.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converters of numbers within bounds; a failure's message is the legal values. */
public final class NumberOption {
  private NumberOption() {}

  /** 1, 2, 3, .. */
  public static final class Positive implements ITypeConverter<Integer> {
    @Override public Integer convert(String text) {
      return (int) whole(text, 1, Integer.MAX_VALUE, "a whole number >= 1");
    }
  }

  /** A number of threads: more than a thousand help nobody, and the system may refuse them halfway. */
  public static final class Threads implements ITypeConverter<Integer> {
    /** How many are taken at most. */
    public static final int MOST = 1000;

    @Override public Integer convert(String text) {
      return (int) whole(text, 0, MOST, "a whole number from 0 to " + MOST);
    }
  }

  /** Any whole number of 64 bits. */
  public static final class Whole implements ITypeConverter<Long> {
    @Override public Long convert(String text) { return whole(text, Long.MIN_VALUE, Long.MAX_VALUE, "a whole number"); }
  }

  /** A finite number greater than zero. */
  public static final class PositiveReal implements ITypeConverter<Double> {
    @Override public Double convert(String text) {
      try {
        double value = Double.parseDouble(text);
        if (value > 0 && value < Double.POSITIVE_INFINITY) return value;
      } catch (NumberFormatException e) {
        // refused below
      }
      throw new TypeConversionException("a number > 0");
    }
  }

  private static long whole(String text, long least, long most, String legal) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) return value;
    } catch (NumberFormatException e) {
      // refused below
    }
    throw new TypeConversionException(legal);
  }
}
