package dev.jtorch.cli.train;

import dev.jtorch.Size;
import dev.jtorch.cli.model.LeNet;
import dev.jtorch.cli.model.Mlp;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.optim.Adam;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SGD;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /** The small networks that {@code --model} knows. */
  enum NetworkChoice {
    LENET {
      @Override Layer build(Size image, long classes) { return new LeNet(image, classes); }
    },
    MLP {
      @Override Layer build(Size image, long classes) { return new Mlp(image, classes); }
    };

    /** Makes the network for images of this shape {@code (C, H, W)}. */
    abstract Layer build(Size image, long classes);

    @Override public String toString() { return name().toLowerCase(Locale.ROOT); }
  }

  /** The optimizers that {@code --optimizer} knows. */
  enum OptimizerChoice {
    ADAM(2e-3) {
      @Override Optimizer<?> build(List<Parameter> parameters, double lr) {
        return new Adam(parameters, o -> o.lr(lr));
      }
    },
    SGD(5e-2) {
      @Override Optimizer<?> build(List<Parameter> parameters, double lr) {
        return new SGD(parameters, o -> o.lr(lr).momentum(0.9));
      }
    };

    private final double defaultLr;

    OptimizerChoice(double defaultLr) {
      this.defaultLr = defaultLr;
    }

    /** Makes the optimizer. */
    abstract Optimizer<?> build(List<Parameter> parameters, double lr);

    /** The learning rate where the user names none. */
    double defaultLr() { return defaultLr; }

    @Override public String toString() { return name().toLowerCase(Locale.ROOT); }
  }
}
