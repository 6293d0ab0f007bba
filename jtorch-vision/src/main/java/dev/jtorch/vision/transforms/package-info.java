/**
 * From images to a network's input: functions from tensor to tensor, chained by {@link Compose}.
 *
 * <pre>{@code
 * var input = new Compose(new Resize(32, 32), new ToTensor());
 * Tensor x = input.apply(Images.readImage(Path.of("cat.jpg")));
 * }</pre>
 *
 * <p>Images are of shape {@code (.., H, W)}: one image, or a batch. Nothing here is null unless it says so.
 */
@NullMarked
package dev.jtorch.vision.transforms;

import org.jspecify.annotations.NullMarked;
