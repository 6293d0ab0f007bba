package dev.jtorch.summary;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Inputs of random numbers from [0, 1), drawn from the default generator one after the other. */
final class RandomInputs {
  private RandomInputs() {}

  /**
   * The inputs of torchinfo: with their batch, or with one of 1 where the options say where it stands.
   *
   * @throws TorchException if a size is not positive, or there is not a dtype for each input
   */
  static List<Tensor> of(List<Size> sizes, PassOptions options, Device device) {
    requirePositive("Summary", sizes);
    List<DType> dtypes = options.dtypes();
    if (!dtypes.isEmpty() && dtypes.size() != sizes.size()) {
      throw new TorchException("Summary: dtypes are " + dtypes + " (expected: one for each of " + sizes.size()
          + " inputs)");
    }
    Integer batchDim = options.batchDim();
    var inputs = new ArrayList<Tensor>();
    for (int i = 0; i < sizes.size(); i++) {
      Tensor random = Torch.rand(sizes.get(i).toLongArray());
      if (batchDim != null) random = random.unsqueeze(batchDim);
      inputs.add(random.to(device).to(dtypes.isEmpty() ? DType.FLOAT32 : dtypes.get(i)));
    }
    return inputs;
  }

  /**
   * The inputs of torchsummary: float32, with a batch of two, which batch norm needs in training.
   *
   * @throws TorchException if a size is not positive
   */
  static List<Tensor> ofTwo(List<Size> sizes, Device device) {
    requirePositive("TorchSummary", sizes);
    return sizes.stream().map(size -> {
      long[] batch = LongStream.concat(LongStream.of(2), size.stream().mapToLong(Long::longValue)).toArray();
      return Torch.rand(batch).to(DType.FLOAT32).to(device);
    }).toList();
  }

  private static void requirePositive(String who, List<Size> sizes) {
    for (Size size : sizes) {
      if (!size.isEmpty() && size.stream().allMatch(n -> n > 0)) continue;
      throw new TorchException(who + ": inputSize is " + size.stream().toList() + " (expected: positive sizes)");
    }
  }
}
