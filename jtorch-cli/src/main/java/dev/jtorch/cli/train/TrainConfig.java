package dev.jtorch.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that decides what a run computes, and how many workers help.
 *
 * @param data the images
 * @param model the network
 * @param epochs how often the training images are seen
 * @param batchSize images in a step
 * @param lr learning rate of the first epoch
 * @param optimizer the optimizer
 * @param seed of weights, order of images and dropout
 * @param workers threads that prepare batches; they change nothing in the result
 */
record TrainConfig(DataSource data, NetworkChoice model, int epochs, int batchSize, double lr,
    OptimizerChoice optimizer,
    long seed, int workers) {

  /** The options of the command line by name, in the order of its help; what a report shows and a checkpoint keeps. */
  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("data", data.toString());
    map.put("model", model.toString());
    map.put("epochs", (long) epochs);
    map.put("batch-size", (long) batchSize);
    map.put("lr", lr);
    map.put("optimizer", optimizer.toString());
    map.put("seed", seed);
    map.put("workers", (long) workers);
    return map;
  }
}
