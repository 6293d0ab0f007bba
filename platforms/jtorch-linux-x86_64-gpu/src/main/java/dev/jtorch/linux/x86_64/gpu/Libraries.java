package dev.jtorch.linux.x86_64.gpu;

import dev.jtorch.internal.platform.NativeLibraries;

/** Has the module system resolve the native libraries for Linux on x86-64 with CUDA; nobody calls it. */
public final class Libraries implements NativeLibraries {}
