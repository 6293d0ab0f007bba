package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import java.util.function.UnaryOperator;

/**
 * AlexNet: five convolutions, then three linear layers.
 *
 * <p>Shape: input {@code (N, 3, H, W)} with H and W of at least 63, output {@code (N, numClasses)}.
 *
 * <p>Initial values: those of its layers. The same seed gives the values that torchvision draws.
 *
 * <p>Differs from PyTorch: nothing; its weights are loaded with {@code loadStateDict} or {@link Models#getModel}.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models/alexnet.html">torchvision's AlexNet</a>;
 *     <a href="https://arxiv.org/abs/1404.5997">Krizhevsky, One weird trick for parallelizing convolutional neural networks</a>
 */
public class AlexNet extends FluentLayer<AlexNet> {
  private static final long SIDE = 6;

  private final Options options;
  /** The convolutions, numbered with their activations and poolings. */
  public Sequential features;
  /** Brings images to 6x6, whatever the input's size. */
  public Layer avgpool;
  /** The linear layers, numbered with their dropouts and activations; 6 gives the logits. */
  public Sequential classifier;

  /** A network with options. */
  public AlexNet(UnaryOperator<Options> with) {
    options = with.apply(new Options());
    features = new Sequential(
        new Conv2d(3, 64, 11, o -> o.stride(4).padding(2)), rectifier(), pool(),
        new Conv2d(64, 192, 5, o -> o.padding(2)), rectifier(), pool(),
        new Conv2d(192, 384, 3, o -> o.padding(1)), rectifier(),
        new Conv2d(384, 256, 3, o -> o.padding(1)), rectifier(),
        new Conv2d(256, 256, 3, o -> o.padding(1)), rectifier(), pool());
    avgpool = new AdaptiveAvgPool2d(SIDE, SIDE);
    classifier = new Sequential(
        new Dropout(options.dropout()), new Linear(256 * SIDE * SIDE, 4096), rectifier(),
        new Dropout(options.dropout()), new Linear(4096, 4096), rectifier(),
        new Linear(4096, options.numClasses()));
  }

  private static Layer rectifier() { return new ReLU(o -> o.inplace(true)); }

  private static Layer pool() { return new MaxPool2d(3, o -> o.stride(2)); }

  @Override protected Tensor forward(Tensor x) {
    return classifier.call(avgpool.call(features.call(x)).flatten(1));
  }

  /** {@return how the network was built} */
  public final Options options() { return options; }

  /** AlexNet for ImageNet's 1000 classes. */
  public static AlexNet alexnet() {
    return alexnet(o -> o);
  }

  /** AlexNet with options. */
  public static AlexNet alexnet(UnaryOperator<Options> with) {
    return new AlexNet(with);
  }

  /** How an {@link AlexNet} is built. */
  public static final class Options extends FluentOptions<Options> {
    private long numClasses = 1000;
    private double dropout = 0.5;

    /** Number of classes, which is the number of logits; default 1000. */
    public Options numClasses(long numClasses) {
      return with(o -> o.numClasses = numClasses);
    }

    public long numClasses() { return numClasses; }

    /** Dropout probability before the first two linear layers; default 0.5. */
    public Options dropout(double dropout) {
      return with(o -> o.dropout = dropout);
    }

    public double dropout() { return dropout; }
  }
}
