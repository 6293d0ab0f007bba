package dev.jtorch.nn;

import dev.jtorch.Tensor;

/**
 * State of a module that no optimizer changes, such as running statistics. It moves with the module, belongs to no scope and,
 * if persistent, is part of the state.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.parameter.Buffer.html">torch.nn.Buffer</a>
 */
public final class Buffer extends Tensor {
  private final boolean persistent;

  /** A persistent buffer on the storage of {@code data}. */
  public Buffer(Tensor data) {
    this(data, true);
  }

  private Buffer(Tensor data, boolean persistent) {
    super(data.detach());
    this.persistent = persistent;
  }

  /** A buffer that is left out of the state. */
  public static Buffer nonPersistent(Tensor data) {
    return new Buffer(data, false);
  }

  /** {@return whether the buffer is part of the state} */
  public boolean persistent() { return persistent; }

  /** The tensor itself where it is such a buffer; else a buffer on its storage. */
  static Buffer of(Tensor data, boolean persistent) {
    return data instanceof Buffer buffer && buffer.persistent == persistent ? buffer : new Buffer(data, persistent);
  }

  /** A buffer of the same persistence on other elements. */
  Buffer with(Tensor data) {
    return new Buffer(data, persistent);
  }
}
