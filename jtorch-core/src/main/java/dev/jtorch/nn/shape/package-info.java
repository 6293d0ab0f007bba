/** Layers that change nothing but the shape of their input, or not even that. */
@NullMarked
package dev.jtorch.nn.shape;

import org.jspecify.annotations.NullMarked;
