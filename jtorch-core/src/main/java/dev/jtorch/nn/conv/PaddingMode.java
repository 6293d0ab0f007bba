package dev.jtorch.nn.conv;

import dev.jtorch.nn.functional.PadMode;
import java.util.Locale;

/** What a convolution puts around its input. */
public enum PaddingMode {
  /** Zeros. */
  ZEROS(PadMode.CONSTANT),
  /** The elements beside the border, mirrored at it. */
  REFLECT(PadMode.REFLECT),
  /** The element at the border, repeated. */
  REPLICATE(PadMode.REPLICATE),
  /** The elements from the other end. */
  CIRCULAR(PadMode.CIRCULAR);

  private final PadMode pad;

  PaddingMode(PadMode pad) {
    this.pad = pad;
  }

  PadMode pad() { return pad; }

  /** {@return PyTorch's word for it} */
  public String torchName() { return name().toLowerCase(Locale.ROOT); }
}
