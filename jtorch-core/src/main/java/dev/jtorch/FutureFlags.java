package dev.jtorch;

/**
 * Behaviour that PyTorch means to make the default one day; off by default, for the whole process.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/future_mod.html">torch.__future__</a>
 */
public final class FutureFlags {
  private static volatile boolean overwriteModuleParams;

  private FutureFlags() {}

  /**
   * Sets whether conversions such as {@code net.toDouble()} put new parameters in the place of the old ones, rather than new
   * elements into them. Optimizers that were built before then go on with the old ones.
   */
  public static void setOverwriteModuleParamsOnConversion(boolean on) { overwriteModuleParams = on; }

  /** {@return whether conversions put new parameters in the place of the old ones} */
  public static boolean getOverwriteModuleParamsOnConversion() {
    return overwriteModuleParams;
  }
}
