package dev.jtorch.cli.model;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;

/** Two linear layers on the pixels: what a convolution has to beat. */
public final class Mlp extends Layer {
  private static final long HIDDEN = 256;

  /** From the pixels to the hidden units. */
  public Layer fc1;
  /** On the hidden units. */
  public Layer dropout = new Dropout(0.25);
  /** From the hidden units to the classes. */
  public Layer fc2;

  /** The network for images of shape {@code (C, H, W)}. */
  public Mlp(Size image, long classes) {
    fc1 = new Linear(image.numel(), HIDDEN);
    fc2 = new Linear(HIDDEN, classes);
  }

  @Override protected Tensor forward(Tensor x) {
    x = dropout.call(F.relu(fc1.call(x.flatten(1)))); // (N, 256)
    return fc2.call(x); // (N, classes)
  }
}
