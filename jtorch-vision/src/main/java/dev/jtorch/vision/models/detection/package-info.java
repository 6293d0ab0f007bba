/** Parts of networks that find objects, with torchvision's names and keys. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.models.detection;

import org.jspecify.annotations.NullMarked;
