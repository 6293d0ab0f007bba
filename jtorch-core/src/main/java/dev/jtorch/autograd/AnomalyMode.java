package dev.jtorch.autograd;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AnomalyDetection;

/**
 * Looks for the operator whose backward step fails or gives NaN, until the guard is closed:
 *
 * <pre>{@code
 * try (var anomalies = Autograd.detectAnomaly()) {
 *   loss(net.call(x)).backward();
 * }
 * }</pre>
 *
 * <p>While it is open, on all threads, each operator notes the Java line it is called from. The exception of a failing backward
 * pass then carries the forward call as a {@linkplain Throwable#getSuppressed() suppressed} throwable, and a warning shows it.
 * This costs many times an operator's own time: it is for debugging only.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/autograd.html#anomaly-detection">Anomaly detection</a>
 */
public final class AnomalyMode implements AutoCloseable {
  private final boolean before = AnomalyDetection.enabled();
  private final boolean checkedNan = AnomalyDetection.checksNan();
  private boolean closed;

  AnomalyMode(boolean on, boolean checkNan) {
    Tensor.loadNatives();
    AnomalyDetection.set(on, checkNan);
  }

  /** Goes back to the mode before. */
  @Override public void close() {
    if (!closed) AnomalyDetection.set(before, checkedNan);
    closed = true;
  }
}
