/** Normalisations. */
@NullMarked
package dev.jtorch.nn.norm;

import org.jspecify.annotations.NullMarked;
