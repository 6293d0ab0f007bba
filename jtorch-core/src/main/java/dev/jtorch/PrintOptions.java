package dev.jtorch;

import dev.jtorch.internal.text.PrintDefaults;
import dev.jtorch.internal.text.PrintSettings;
import org.jspecify.annotations.Nullable;

/**
 * How tensors are printed: {@code Torch.setPrintOptions(o -> o.precision(2).lineWidth(120))}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html">torch.set_printoptions</a>
 */
public final class PrintOptions extends FluentOptions<PrintOptions> {
  /** What Python prints with when nothing was set. */
  public static final PrintOptions DEFAULT = new PrintOptions();
  /** Two digits, two edge items. */
  public static final PrintOptions SHORT = DEFAULT.precision(2).edgeItems(2);
  /** Never summarised. */
  public static final PrintOptions FULL = DEFAULT.threshold(PrintSettings.UNLIMITED);

  private int precision = 4;
  private long threshold = 1000;
  private int edgeItems = 3;
  private int lineWidth = 80;
  private @Nullable Boolean sciMode;

  /** Digits after the decimal point of a floating-point element; default 4. */
  public PrintOptions precision(int precision) {
    return with(o -> o.precision = precision);
  }

  public int precision() { return precision; }

  /** The largest number of elements that is printed whole; above it the tensor is summarised; default 1000. */
  public PrintOptions threshold(long threshold) {
    return with(o -> o.threshold = threshold);
  }

  public long threshold() { return threshold; }

  /** Elements kept at each end of a summarised dimension; default 3. */
  public PrintOptions edgeItems(int edgeItems) {
    return with(o -> o.edgeItems = edgeItems);
  }

  public int edgeItems() { return edgeItems; }

  /** Characters after which a row is wrapped; default 80. */
  public PrintOptions lineWidth(int lineWidth) {
    return with(o -> o.lineWidth = lineWidth);
  }

  public int lineWidth() { return lineWidth; }

  /** True or false to force or forbid scientific notation; null, the default, chooses by value. */
  public PrintOptions sciMode(@Nullable Boolean sciMode) {
    return with(o -> o.sciMode = sciMode);
  }

  public @Nullable Boolean sciMode() { return sciMode; }

  static PrintOptions current() {
    PrintSettings now = PrintDefaults.get();
    return DEFAULT.precision(now.precision()).threshold(now.threshold()).edgeItems(now.edgeItems())
        .lineWidth(now.lineWidth()).sciMode(now.sciMode());
  }

  /** @throws IllegalArgumentException if a number is negative */
  void apply() {
    PrintDefaults.set(new PrintSettings(precision, threshold, edgeItems, lineWidth, sciMode));
  }
}
