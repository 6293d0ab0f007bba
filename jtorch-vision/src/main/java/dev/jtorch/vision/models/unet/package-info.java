/** U-Net, a network that says of each pixel what it belongs to. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.models.unet;

import org.jspecify.annotations.NullMarked;
