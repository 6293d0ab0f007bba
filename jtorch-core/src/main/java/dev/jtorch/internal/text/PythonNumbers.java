package dev.jtorch.internal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Numbers and truth values as Python writes them.
 *
 * <p>All rounding starts from the exact binary value, half to even, as Python's does. Java's own formatting starts
 * from the shortest decimal text instead and therefore rounds some values differently; and {@code Double.toString} is
 * not always the shortest before JDK 19.
 *
 * @since 0.1
 */
public final class PythonNumbers {
  /** Enough significant digits to tell any two doubles apart. */
  private static final int MAX_DIGITS = 17;

  private PythonNumbers() {}

  /** {@return {@code str(value)}: True or False} */
  public static String bool(boolean value) {
    return value ? "True" : "False";
  }

  /** {@return {@code repr(value)}: the shortest text that reads back as the same double, such as {@code 1e-05}} */
  public static String repr(double value) {
    if (!Double.isFinite(value)) { return nonFinite(value); }
    if (value == 0) { return sign(value) + "0.0"; }
    BigDecimal digits = shortest(Math.abs(value)).stripTrailingZeros();
    int exponent = exponent(digits);
    if (exponent < -4 || exponent >= 16) { return sign(value) + withExponent(digits, digits.precision() - 1); }
    String plain = digits.toPlainString();
    return sign(value) + plain + (digits.scale() > 0 ? "" : ".0");
  }

  /** {@return {@code f"{value:.{precision}f}"}} */
  public static String fixed(double value, int precision) {
    if (!Double.isFinite(value)) { return nonFinite(value); }
    BigDecimal exact = new BigDecimal(Math.abs(value));
    return sign(value) + exact.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** {@return {@code f"{value:,}"}: a comma before every third digit from the right} */
  public static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@return {@code f"{value:.{precision}e}"}} */
  public static String scientific(double value, int precision) {
    if (!Double.isFinite(value)) { return nonFinite(value); }
    var context = new MathContext(precision + 1, RoundingMode.HALF_EVEN);
    return sign(value) + withExponent(new BigDecimal(Math.abs(value)).round(context), precision);
  }

  /** {@return a Python tuple of sizes: {@code ()}, {@code (3,)}, {@code (2, 3)}} */
  public static String tuple(long... sizes) {
    String closing = sizes.length == 1 ? ",)" : ")";
    return Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining(", ", "(", closing));
  }

  private static BigDecimal shortest(double magnitude) {
    var exact = new BigDecimal(magnitude);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (nearest.doubleValue() == magnitude) { return nearest; }
      // above a power of two the doubles lie twice as far apart as below it, so the farther neighbour may fit
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
      if (above.doubleValue() == magnitude) { return above; }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** One digit, {@code fraction} more behind a point, and the exponent with at least two digits. */
  private static String withExponent(BigDecimal digits, int fraction) {
    String all = digits.unscaledValue().toString();
    String mantissa = (all + "0".repeat(Math.max(0, fraction + 1 - all.length()))).substring(0, fraction + 1);
    String point = fraction == 0 ? "" : "." + mantissa.substring(1);
    int exponent = digits.signum() == 0 ? 0 : exponent(digits);
    String padding = Math.abs(exponent) < 10 ? "0" : "";
    return mantissa.charAt(0) + point + "e" + (exponent < 0 ? "-" : "+") + padding + Math.abs(exponent);
  }

  private static int exponent(BigDecimal digits) {
    return digits.precision() - digits.scale() - 1;
  }

  private static String sign(double value) {
    // by the bit, because a negative zero and what rounds to it keep their sign
    return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
  }

  private static String nonFinite(double value) {
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }
}
