/** Convolutions. */
@NullMarked
package dev.jtorch.nn.conv;

import org.jspecify.annotations.NullMarked;
