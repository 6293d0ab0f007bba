package dev.jtorch.autograd;

import dev.jtorch.TorchException;
import org.jspecify.annotations.Nullable;

/**
 * A check of gradients found them wrong: PyTorch's {@code GradcheckError}. Where two Jacobians differ, the message shows both.
 */
public class GradcheckException extends TorchException {
  private static final long serialVersionUID = 1L;

  public GradcheckException(String message) {
    super(message);
  }

  public GradcheckException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
