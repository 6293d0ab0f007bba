/** Linear and bilinear maps, and similarity. */
@NullMarked
package dev.jtorch.nn.linear;

import org.jspecify.annotations.NullMarked;
