package dev.jtorch;

import dev.jtorch.internal.NativeOptions;

/**
 * The order in which a tensor's elements lie in memory.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/tensor_attributes.html#torch.memory_format">torch.memory_format</a>
 */
public enum MemoryFormat {
  /** Row-major: NCHW. */
  CONTIGUOUS(0),
  /** As the source, where it is dense; else row-major. */
  PRESERVE(1),
  /** NHWC for tensors of shape (N, C, H, W). */
  CHANNELS_LAST(2),
  /** NDHWC for tensors of shape (N, C, D, H, W). */
  CHANNELS_LAST_3D(3);

  private final int code;

  MemoryFormat(int code) {
    this.code = code;
  }

  int code() { return code; }

  static int none() { return NativeOptions.NONE; }
}
