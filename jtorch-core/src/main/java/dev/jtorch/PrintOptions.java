package dev.jtorch;

import dev.jtorch.internal.text.PrintDefaults;
import org.jspecify.annotations.Nullable;

/**
 * How tensors are printed: {@code Torch.setPrintOptions(o -> o.precision(2).lineWidth(120))}.
 *
 * @param precision digits after the decimal point of a floating-point element
 * @param threshold the largest number of elements that is printed whole; above it the tensor is summarised
 * @param edgeItems elements kept at each end of a summarised dimension
 * @param lineWidth characters after which a row is wrapped
 * @param sciMode true or false to force or forbid scientific notation, null to choose by value
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html">torch.set_printoptions</a>
 */
public record PrintOptions(int precision, long threshold, int edgeItems, int lineWidth, @Nullable Boolean sciMode) {
  /** What Python prints with when nothing was set. */
  public static final PrintOptions DEFAULT = of(dev.jtorch.internal.text.PrintOptions.defaultProfile());
  /** Two digits, two edge items. */
  public static final PrintOptions SHORT = of(dev.jtorch.internal.text.PrintOptions.shortProfile());
  /** Never summarised. */
  public static final PrintOptions FULL = of(dev.jtorch.internal.text.PrintOptions.fullProfile());

  /** {@return these options with another precision} */
  public PrintOptions precision(int digits) {
    return new PrintOptions(digits, threshold, edgeItems, lineWidth, sciMode);
  }

  /** {@return these options with another threshold} */
  public PrintOptions threshold(long elements) {
    return new PrintOptions(precision, elements, edgeItems, lineWidth, sciMode);
  }

  /** {@return these options with another number of edge items} */
  public PrintOptions edgeItems(int items) {
    return new PrintOptions(precision, threshold, items, lineWidth, sciMode);
  }

  /** {@return these options with another line width} */
  public PrintOptions lineWidth(int characters) {
    return new PrintOptions(precision, threshold, edgeItems, characters, sciMode);
  }

  /** {@return these options with scientific notation forced, forbidden, or (null) chosen by value} */
  public PrintOptions sciMode(@Nullable Boolean on) {
    return new PrintOptions(precision, threshold, edgeItems, lineWidth, on);
  }

  static PrintOptions current() { return of(PrintDefaults.get()); }

  private static PrintOptions of(dev.jtorch.internal.text.PrintOptions o) {
    return new PrintOptions(o.precision(), o.threshold(), o.edgeItems(), o.lineWidth(), o.sciMode());
  }

  void apply() {
    PrintDefaults.set(new dev.jtorch.internal.text.PrintOptions(precision, threshold, edgeItems, lineWidth, sciMode));
  }
}
