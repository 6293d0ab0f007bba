package dev.jtorch.summary;

/**
 * What a {@link Summary} does with its rows.
 *
 * @see <a href="https://github.com/TylerYep/torchinfo#documentation">row_settings</a>
 */
public enum RowSettings {
  /** Each name is followed by the row's depth and its number among the rows of that depth. */
  DEPTH,
  /** Each name is followed by the key under which the module stands in its parent. */
  VAR_NAMES,
  /** The tree is drawn with {@code +} and {@code |}. */
  ASCII_ONLY,
  /** Only the first call of a module is shown. */
  HIDE_RECURSIVE_LAYERS
}
