/** Padding: elements put around signals, images and volumes. */
@NullMarked
package dev.jtorch.nn.padding;

import org.jspecify.annotations.NullMarked;
