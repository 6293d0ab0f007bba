/** Calls the public interface with nonsense. */
@NullMarked
package dev.jtorch.fuzz;

import org.jspecify.annotations.NullMarked;
