package dev.jtorch;

import org.jspecify.annotations.Nullable;

/**
 * A tensor was used after its scope ended or after it was closed.
 *
 * <p>A tensor that must outlive the scope or the module {@code call} it was made in says {@link Tensor#keep()}. With
 * {@code -Djtorch.debug=true} the causes show where it was made and where it was released.
 */
public class ReleasedTensorException extends TorchException {
  private static final long serialVersionUID = 1L;

  public ReleasedTensorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
