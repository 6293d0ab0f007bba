/** Building blocks of networks for images, as in torchvision's {@code ops}. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.ops;

import org.jspecify.annotations.NullMarked;
