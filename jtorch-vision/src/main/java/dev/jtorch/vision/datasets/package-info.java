/** Data sets of images. Nothing here is null unless it says so, and nothing is downloaded. */
@NullMarked
package dev.jtorch.vision.datasets;

import org.jspecify.annotations.NullMarked;
