package dev.jtorch.cli.train;

import dev.jtorch.Size;
import dev.jtorch.cli.model.LeNet;
import dev.jtorch.cli.model.Mlp;
import dev.jtorch.nn.Layer;
import java.util.Locale;

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
