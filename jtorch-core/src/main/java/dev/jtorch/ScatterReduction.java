package dev.jtorch;

/**
 * How {@link Tensor#scatterReduce} makes one element of several. The tensor's own element is one of them, unless it is left
 * out: {@code ScatterReduction.MEAN.excludingSelf()}.
 */
public final class ScatterReduction {
  /** Their sum. */
  public static final ScatterReduction SUM = new ScatterReduction("sum", true);
  /** Their product. */
  public static final ScatterReduction PROD = new ScatterReduction("prod", true);
  /** Their mean. */
  public static final ScatterReduction MEAN = new ScatterReduction("mean", true);
  /** The greatest. */
  public static final ScatterReduction AMAX = new ScatterReduction("amax", true);
  /** The smallest. */
  public static final ScatterReduction AMIN = new ScatterReduction("amin", true);

  private final String torchName;
  private final boolean includeSelf;

  private ScatterReduction(String torchName, boolean includeSelf) {
    this.torchName = torchName;
    this.includeSelf = includeSelf;
  }

  /** {@return the same, the tensor's own element left out wherever there is another} */
  public ScatterReduction excludingSelf() {
    return new ScatterReduction(torchName, false);
  }

  String torchName() { return torchName; }

  boolean includeSelf() { return includeSelf; }
}
