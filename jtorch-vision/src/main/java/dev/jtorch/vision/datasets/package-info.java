/** Data sets of images: embedded ones, and readers of the files of public ones. Nothing is downloaded. */
@NullMarked
package dev.jtorch.vision.datasets;

import org.jspecify.annotations.NullMarked;
