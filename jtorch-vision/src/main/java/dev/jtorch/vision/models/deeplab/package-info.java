/** DeepLabV3+, a network for semantic segmentation, and its parts. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.models.deeplab;

import org.jspecify.annotations.NullMarked;
