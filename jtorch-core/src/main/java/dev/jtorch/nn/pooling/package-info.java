/** Pooling: one value for each window. */
@NullMarked
package dev.jtorch.nn.pooling;

import org.jspecify.annotations.NullMarked;
