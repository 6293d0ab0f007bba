/** U-Net, a network for segmentation. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.models.unet;

import org.jspecify.annotations.NullMarked;
