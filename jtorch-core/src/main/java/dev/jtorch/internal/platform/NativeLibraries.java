package dev.jtorch.internal.platform;

/**
 * The service that the module of a platform artifact provides, such as {@code dev.jtorch.linux.x86_64}.
 *
 * <p>On the module path a jar is resolved only when a module requires it or provides a service that is used. {@code dev.jtorch}
 * uses this one, so a platform's module is resolved, and with it the modules of native libraries that it requires. Nobody loads
 * the providers, and the class path needs none of this: see {@code docs/adr/0012-platform-artifacts-are-modules.md}.
 */
public interface NativeLibraries {}
