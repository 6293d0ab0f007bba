package dev.jtorch.vision.explain;

import dev.jtorch.IndexException;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.autograd.Autograd;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateMode;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Grad-CAM: which places of an image speak for a class, as one layer of features sees it (Selvaraju et al. 2017,
 * arXiv:1610.02391).
 *
 * <p>Formula: {@code map = ReLU(sum over channels k of w[k] A[k])}, where {@code A} is what the layer puts out and {@code w[k]}
 * the mean over all places of the score's derivative by {@code A[k]}. The map is stretched to lie between 0 and 1, and
 * interpolated linearly to the size of the image; a map that is the same everywhere becomes 0.
 *
 * <p>The network stays as it is: its mode, its hooks, whether its parameters require gradients, and their gradients.
 *
 * <p>Differs from PyTorch: it has no such class.
 */
public final class GradCam {
  private final Layer net;
  private final Layer layer;
  private final String path;

  /**
   * Explains a network by one of its layers, usually the last one whose output still has rows and columns.
   *
   * @param net gives scores of shape {@code (N, classes)} for images
   * @param path the layer's, such as {@code layer4} or {@code features.28}
   * @throws dev.jtorch.nn.ModuleException if there is no such layer
   */
  public GradCam(Layer net, String path) {
    this.net = net;
    this.path = path;
    layer = net.getModule(path, Layer.class);
  }

  /** Explains the class with the highest score of each image; see {@link #explain(Tensor, long)}. */
  public Explanation explain(Tensor images) {
    return explain(images, null);
  }

  /**
   * Explains one class.
   *
   * @param images shape {@code (N, C, H, W)}
   * @throws ShapeException if the layer's output is not of shape {@code (N, K, h, w)}, or the network's of {@code (N, classes)}
   * @throws IndexException if there is no such class
   * @throws TorchException if the network does not call the layer, or the score does not depend on it
   */
  public Explanation explain(Tensor images, long targetClass) {
    return explain(images, Long.valueOf(targetClass));
  }

  private Explanation explain(Tensor images, @Nullable Long targetClass) {
    try (var scope = Scope.open(); var recording = Torch.enableGrad()) {
      var seen = new AtomicReference<@Nullable Tensor>();
      Tensor scores = scores(images, seen);
      Tensor features = seen.get();
      if (features == null)
        throw new TorchException("GradCam: layer " + path + " is not called (expected: once, for the scores)");
      Tensor classes = classes(scores, targetClass);
      Tensor maps = maps(features, gradient(scores.gather(1, classes.unsqueeze(1)), features));
      return new Explanation(scores.detach().keep(), classes.keep(), enlarged(maps, images).keep());
    }
  }

  private Tensor scores(Tensor images, AtomicReference<@Nullable Tensor> seen) {
    // The graph begins at the features. What follows gets a copy, because it may change it in place.
    try (var hook = layer.registerForwardHook((module, in, out) -> {
      Tensor features = Objects.requireNonNull(out).detach().requiresGrad_().keep();
      seen.set(features);
      return features.clone();
    })) {
      Tensor scores = net.call(images);
      if (scores.dim() == 2) return scores;
      throw new ShapeException(
          "GradCam: the network gives " + scores.shape().inMessage() + " (expected: (N, classes))");
    }
  }

  private static Tensor classes(Tensor scores, @Nullable Long targetClass) {
    if (targetClass == null) return scores.argmax(1);
    if (targetClass < 0 || targetClass >= scores.size(1)) {
      throw new IndexException(
          "GradCam: targetClass is " + targetClass + " (expected: 0 to " + (scores.size(1) - 1) + ")");
    }
    return Torch.full(new long[] {scores.size(0)}, targetClass);
  }

  private Tensor gradient(Tensor score, Tensor features) {
    if (features.dim() != 4) {
      throw new ShapeException("GradCam: layer " + path + " gives " + features.shape().inMessage()
          + " (expected: (N, K, h, w))");
    }
    if (!score.requiresGrad()) {
      throw new TorchException(
          "GradCam: the scores do not depend on layer " + path + " (expected: a layer before them)");
    }
    return Objects.requireNonNull(Autograd.grad(score.sum(), List.of(features)).get(0));
  }

  private static Tensor maps(Tensor features, Tensor gradient) {
    int[] places = {-2, -1};
    Tensor maps = gradient.mean(places, true).mul(features.detach()).sum(1).relu();
    Tensor least = maps.amin(places, true);
    Tensor range = maps.amax(places, true).sub(least);
    return maps.sub(least).div(range.add(range.eq(0))); // by one where it is flat
  }

  private static Tensor enlarged(Tensor maps, Tensor images) {
    return F.interpolate(maps.unsqueeze(1), o -> o.size(images.size(-2), images.size(-1)).mode(InterpolateMode.BILINEAR)
        .alignCorners(false)).squeeze(1);
  }
}
