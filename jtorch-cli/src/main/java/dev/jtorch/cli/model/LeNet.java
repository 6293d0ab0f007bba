package dev.jtorch.cli.model;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;

/**
 * Two convolutions, each with batch norm, ReLU and pooling, then dropout and one linear layer: a modern LeNet.
 *
 * @see <a href="https://doi.org/10.1109/5.726791">LeCun et al. 1998</a>, the ancestor
 */
public final class LeNet extends Layer {
  /** From the image's channels to 32. */
  public Layer conv1;
  /** After {@code conv1}. */
  public Layer bn1 = new BatchNorm2d(32);
  /** From 32 channels to 64. */
  public Layer conv2 = new Conv2d(32, 64, 3, o -> o.padding(1).bias(false));
  /** After {@code conv2}. */
  public Layer bn2 = new BatchNorm2d(64);
  /** On the flattened features. */
  public Layer dropout = new Dropout(0.25);
  /** From the features to the classes. */
  public Layer fc;

  /** The network for images of shape {@code (C, H, W)}, with {@code H, W >= 4}. */
  public LeNet(Size image, long classes) {
    conv1 = new Conv2d(image.get(0), 32, 3, o -> o.padding(1).bias(false));
    fc = new Linear(64 * (image.get(1) / 4) * (image.get(2) / 4), classes);
  }

  @Override protected Tensor forward(Tensor x) {
    x = F.maxPool2d(F.relu(bn1.call(conv1.call(x))), 2); // (N, 32, H/2, W/2)
    x = F.maxPool2d(F.relu(bn2.call(conv2.call(x))), 2); // (N, 64, H/4, W/4)
    return fc.call(dropout.call(x.flatten(1))); // (N, classes)
  }
}
