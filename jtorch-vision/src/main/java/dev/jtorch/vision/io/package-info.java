/**
 * Images from files to tensors and back.
 *
 * <pre>{@code
 * Tensor photo = Images.readImage(Path.of("cat.jpg"), o -> o.mode(ImageReadMode.RGB));  // uint8, (3, H, W)
 * Images.writePng(photo, Path.of("cat.png"));
 * }</pre>
 *
 * <p>Files from strangers are safe to read: every length that a file states is checked before memory is taken for it, and a
 * damaged file is one {@link dev.jtorch.vision.io.ImageException} that names it. Nothing here is null unless it says so.
 */
@NullMarked
package dev.jtorch.vision.io;

import org.jspecify.annotations.NullMarked;
