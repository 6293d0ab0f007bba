package dev.jtorch.data;

import dev.jtorch.DType;
import dev.jtorch.Torch;
import dev.jtorch.internal.NativeGenerator;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the workers of a pass have in common: their work, and the modes of the thread that began the pass.
 *
 * @param loader whom the error names when a tensor of a batch's scope is used later
 */
record WorkerSetting<B>(DataLoader<B> loader, BatchMaker<B> maker, int count, long baseSeed, @Nullable IntConsumer init,
    DType defaultDtype, boolean gradEnabled) {
  /** With the modes of the calling thread. */
  static <B> WorkerSetting<B> here(DataLoader<B> loader, BatchMaker<B> maker, long baseSeed) {
    LoaderOptions options = loader.options();
    return new WorkerSetting<>(loader, maker, options.workers(), baseSeed, options.workerInit(),
        Torch.getDefaultDtype(),
        Torch.isGradEnabled());
  }

  /** Makes the calling thread a worker. */
  void enter(int id) {
    var info = new WorkerInfo(id, count, baseSeed + id);
    info.enter();
    NativeGenerator.createCpu(info.seed()).useOnThisThread();
    Torch.setDefaultDtype(defaultDtype);
    Torch.setGradEnabled(gradEnabled);
    if (init != null) init.accept(id);
  }
}
