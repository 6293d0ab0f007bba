/** From images to tensors. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.transforms;

import org.jspecify.annotations.NullMarked;
