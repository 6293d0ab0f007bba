package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.internal.BlasThreads;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the tests of a class with one of LibTorch's threads: where work is small, more only wait for each other. */
final class OneThread implements BeforeAllCallback, AfterAllCallback {
  private int threads;

  @Override public void beforeAll(ExtensionContext tests) {
    Tensor.loadNatives();
    threads = BlasThreads.numThreads();
    BlasThreads.setNumThreads(1);
  }

  @Override public void afterAll(ExtensionContext tests) { BlasThreads.setNumThreads(threads); }
}
