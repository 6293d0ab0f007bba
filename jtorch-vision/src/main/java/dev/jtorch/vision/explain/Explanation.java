package dev.jtorch.vision.explain;

import dev.jtorch.Tensor;

/**
 * Where a network looked for each image of a batch.
 *
 * @param scores what the network put out, shape {@code (N, classes)}
 * @param classes the class that each map explains, int64, shape {@code (N)}
 * @param maps how much each place spoke for the class, from 0 to 1, shape {@code (N, H, W)} as the images
 */
public record Explanation(Tensor scores, Tensor classes, Tensor maps) {
}
