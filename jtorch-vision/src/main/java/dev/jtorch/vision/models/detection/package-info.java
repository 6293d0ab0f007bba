/** Parts of networks for object detection, with torchvision's names and keys. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.models.detection;

import org.jspecify.annotations.NullMarked;
