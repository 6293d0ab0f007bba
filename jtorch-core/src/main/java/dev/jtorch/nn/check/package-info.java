/** Checks that the layers share; hidden from users. */
@NullMarked
package dev.jtorch.nn.check;

import org.jspecify.annotations.NullMarked;
