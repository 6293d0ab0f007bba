/** Losses. */
@NullMarked
package dev.jtorch.nn.loss;

import org.jspecify.annotations.NullMarked;
