package dev.jtorch.cli.report;

/**
 * What one epoch of training came to.
 *
 * @param epoch counted from 1
 * @param loss mean training loss
 * @param trainAccuracy share of training images classified right while training, 0 to 1
 * @param testLoss mean loss on the test images
 * @param testAccuracy share of test images classified right, 0 to 1
 * @param lr learning rate of this epoch
 * @param seconds of training, without the test
 */
public record EpochResult(int epoch, double loss, double trainAccuracy, double testLoss, double testAccuracy, double lr,
    double seconds) {
}
