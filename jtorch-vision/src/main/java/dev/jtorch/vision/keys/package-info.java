/** Names of tensors in states of older networks. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.keys;

import org.jspecify.annotations.NullMarked;
