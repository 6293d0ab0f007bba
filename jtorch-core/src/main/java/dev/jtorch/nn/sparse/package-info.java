/** Tables of vectors, of which each call uses a few rows. */
@NullMarked
package dev.jtorch.nn.sparse;

import org.jspecify.annotations.NullMarked;
