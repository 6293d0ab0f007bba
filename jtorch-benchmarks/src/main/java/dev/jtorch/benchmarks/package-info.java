/** Speed, measured beside PyTorch on the same machine; ratios, never a gate. */
@NullMarked
package dev.jtorch.benchmarks;

import org.jspecify.annotations.NullMarked;
