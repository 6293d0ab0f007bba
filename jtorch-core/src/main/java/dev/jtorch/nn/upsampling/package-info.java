/** Upsampling: more elements, found between those that there are or among the channels. */
@NullMarked
package dev.jtorch.nn.upsampling;

import org.jspecify.annotations.NullMarked;
