package dev.jtorch.summary;

/**
 * The columns that a {@link Summary} can have beside the layers' names.
 *
 * @see <a href="https://github.com/TylerYep/torchinfo#documentation">col_names</a>
 */
public enum ColumnSettings {
  /** The kernel of a convolution or the window of a pooling, as the printed layer says it. */
  KERNEL_SIZE("Kernel Shape", false),
  /** The shape of the first tensor that the layer is given. */
  INPUT_SIZE("Input Shape", true),
  /** The shape of the first tensor that the layer returns. */
  OUTPUT_SIZE("Output Shape", true),
  /** A leaf's parameters; what a container has beside its children's. */
  NUM_PARAMS("Param #", false),
  /** The same as a share of all parameters. */
  PARAMS_PERCENT("Param %", false),
  /** Multiplications by weights. */
  MULT_ADDS("Mult-Adds", true),
  /** True, False or Partial: whether all, no or some parameters require gradients. */
  TRAINABLE("Trainable", false);

  private final String title;
  private final boolean needsInput;

  ColumnSettings(String title, boolean needsInput) {
    this.title = title;
    this.needsInput = needsInput;
  }

  /** {@return what stands above the column} */
  String title() { return title; }

  /** {@return whether only a forward pass tells what stands in the column} */
  boolean needsInput() {
    return needsInput;
  }
}
