/** Upsampling: more elements, found between those that there are. */
@NullMarked
package dev.jtorch.nn.upsampling;

import org.jspecify.annotations.NullMarked;
