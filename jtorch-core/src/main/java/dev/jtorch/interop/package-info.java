/** The way out to LibTorch's own objects, and back. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.interop;

import org.jspecify.annotations.NullMarked;
