package dev.jtorch.macosx.arm64;

import dev.jtorch.internal.platform.NativeLibraries;

/** Has the module system resolve the native libraries for macOS on Apple silicon; nobody calls it. */
public final class Libraries implements NativeLibraries {}
