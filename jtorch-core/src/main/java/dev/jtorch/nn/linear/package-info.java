/** Linear maps, and layers that only change the shape. */
@NullMarked
package dev.jtorch.nn.linear;

import org.jspecify.annotations.NullMarked;
