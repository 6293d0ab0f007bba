package dev.jtorch.cli.train;

import dev.jtorch.cli.report.ConfusionMatrix;

/**
 * How a network did on the test images.
 *
 * @param loss mean loss
 * @param confusion what was taken for what
 */
record Evaluation(double loss, ConfusionMatrix confusion) {
}
