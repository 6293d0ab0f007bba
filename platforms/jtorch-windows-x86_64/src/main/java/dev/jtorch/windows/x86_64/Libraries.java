package dev.jtorch.windows.x86_64;

import dev.jtorch.internal.platform.NativeLibraries;

/** Has the module system resolve the native libraries for Windows on x86-64; nobody calls it. */
public final class Libraries implements NativeLibraries {}
