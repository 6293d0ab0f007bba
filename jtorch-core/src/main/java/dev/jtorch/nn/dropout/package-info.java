/** Random zeros in training. */
@NullMarked
package dev.jtorch.nn.dropout;

import org.jspecify.annotations.NullMarked;
