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

  /** Calls the user's function for the worker that the calling thread is. */
  void initialize(int id) {
    if (init != null) init.accept(id);
  }

  /** Whether a worker must stay in the thread it has begun in. */
  boolean keepsThreads() { return init != null; }

  /** What a new worker's thread is to be like. */
  Modes modes(int id) {
    return new Modes(new WorkerInfo(id, count, baseSeed + id), defaultDtype, gradEnabled);
  }

  /** What makes a thread a certain worker, whichever thread it is. */
  static final class Modes {
    private final WorkerInfo info;
    private final NativeGenerator generator;
    private DType defaultDtype;
    private boolean gradEnabled;

    private Modes(WorkerInfo info, DType defaultDtype, boolean gradEnabled) {
      this.info = info;
      this.defaultDtype = defaultDtype;
      this.gradEnabled = gradEnabled;
      generator = NativeGenerator.createCpu(info.seed());
    }

    /** Makes the calling thread the worker. */
    void enter() {
      info.enter();
      generator.useOnThisThread();
      Torch.setDefaultDtype(defaultDtype);
      Torch.setGradEnabled(gradEnabled);
    }

    /** Notes what the data set has set, for the worker's next thread. */
    void remember() {
      defaultDtype = Torch.getDefaultDtype();
      gradEnabled = Torch.isGradEnabled();
    }
  }
}
