package dev.jtorch;

import dev.jtorch.internal.ProcessEnvironment;

/** Runs in a process of its own, where CUDA has not been asked for devices. */
final class CudaProbe {
  private CudaProbe() {}

  public static void main(String[] args) {
    Cuda.setVisibleDevices("2, 3");
    Cuda.launchBlocking();
    System.out.println("visible " + ProcessEnvironment.get("CUDA_VISIBLE_DEVICES"));
    System.out.println("blocking " + ProcessEnvironment.get("CUDA_LAUNCH_BLOCKING"));
    Cuda.deviceCount();
    Cuda.setVisibleDevices("0");
    System.out.println("still visible " + ProcessEnvironment.get("CUDA_VISIBLE_DEVICES"));
  }
}
