/** Tensors and what belongs to them. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch;

import org.jspecify.annotations.NullMarked;
