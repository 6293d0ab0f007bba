/** DeepLabV3+, which says of each pixel what it belongs to, and what it is made of. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.models.deeplab;

import org.jspecify.annotations.NullMarked;
