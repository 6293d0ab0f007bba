package dev.jtorch.optim;

import dev.jtorch.TorchException;

/** Refuses options out of range, in PyTorch's words. */
record OptionCheck(String who) {
  void refuse(boolean wrong, String complaint, double value, String expected) {
    if (wrong) {
      throw new TorchException(
          who + ": " + complaint + ": " + PythonText.number(value) + " (expected: " + expected + ")");
    }
  }
}
