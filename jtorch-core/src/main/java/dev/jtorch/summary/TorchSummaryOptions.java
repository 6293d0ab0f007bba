package dev.jtorch.summary;

/**
 * How a {@link TorchSummary} is made. The first two are torchsummary's, the others repair what it gets wrong.
 *
 * @param batchSize what stands in the place of the batch in each shape; -1 unless said
 * @param device where the input is made, {@code "cuda"} or {@code "cpu"}, in capital letters or small ones; cuda, unless said,
 *     which means the CPU where there is no CUDA
 * @param deduplicate whether a module that stands at several places has one row a call; not unless said, so that it has one
 *     for each place
 * @param allParameters whether all parameters of a module's own count, each by its own flag; not unless said, so that only
 *     those named weight and bias do, and the weight's flag says whether both are trainable
 */
public record TorchSummaryOptions(long batchSize, String device, boolean deduplicate, boolean allParameters) {
  static final TorchSummaryOptions DEFAULT = new TorchSummaryOptions(-1, "cuda", false, false);

  /** {@return these options with another size of the batch in the shapes} */
  public TorchSummaryOptions batchSize(long size) {
    return new TorchSummaryOptions(size, device, deduplicate, allParameters);
  }

  /** {@return these options with another kind of device for the input; the network stays where it is} */
  public TorchSummaryOptions device(String name) {
    return new TorchSummaryOptions(batchSize, name, deduplicate, allParameters);
  }

  /** {@return these options with one hook for each module, or with one for each of its places} */
  public TorchSummaryOptions deduplicate(boolean on) {
    return new TorchSummaryOptions(batchSize, device, on, allParameters);
  }

  /** {@return these options with parameters of all names, or of two} */
  public TorchSummaryOptions allParameters(boolean on) {
    return new TorchSummaryOptions(batchSize, device, deduplicate, on);
  }
}
