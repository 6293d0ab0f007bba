package dev.jtorch.nn;

/**
 * How a state is loaded.
 *
 * @param strict missing and unexpected keys are errors
 * @param assign takes the state's own tensors in place of copying their elements; their dtypes come with them
 */
public record LoadOptions(boolean strict, boolean assign) {
  static final LoadOptions DEFAULT = new LoadOptions(true, false);

  public LoadOptions strict(boolean on) { return new LoadOptions(on, assign); }

  public LoadOptions assign(boolean on) { return new LoadOptions(strict, on); }
}
