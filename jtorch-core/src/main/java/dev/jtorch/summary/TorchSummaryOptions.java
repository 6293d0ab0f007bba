package dev.jtorch.summary;

import dev.jtorch.FluentOptions;

/** How a {@link TorchSummary} is made. The first two are torchsummary's, the others repair what it gets wrong. */
public final class TorchSummaryOptions extends FluentOptions<TorchSummaryOptions> {
  private long batchSize = -1;
  private String device = "cuda";
  private boolean deduplicate = false;
  private boolean allParameters = false;

  /** What stands in the place of the batch in each shape; default -1. */
  public TorchSummaryOptions batchSize(long batchSize) {
    return with(o -> o.batchSize = batchSize);
  }

  public long batchSize() { return batchSize; }

  /** Where the input is made, {@code "cuda"} or {@code "cpu"}, in capital letters or small ones; default cuda, which means the CPU where there is no CUDA. */
  public TorchSummaryOptions device(String device) {
    return with(o -> o.device = device);
  }

  public String device() { return device; }

  /** Whether a module that stands at several places has one row a call; default not, so that it has one for each place. */
  public TorchSummaryOptions deduplicate(boolean deduplicate) {
    return with(o -> o.deduplicate = deduplicate);
  }

  public boolean deduplicate() { return deduplicate; }

  /** Whether all parameters of a module's own count, each by its own flag; default not, so that only those named weight and bias do, and the weight's flag says whether both are trainable. */
  public TorchSummaryOptions allParameters(boolean allParameters) {
    return with(o -> o.allParameters = allParameters);
  }

  public boolean allParameters() { return allParameters; }
}
