package dev.jtorch.vision.transforms;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Applies transforms one after the other:
 * {@code new Compose(new Resize(256), new CenterCrop(224), new ToTensor())}. Any function from tensor to tensor is a transform.
 * What the steps make in between is freed.
 *
 * <p>Differs from torchvision: nothing.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.Compose.html">
 *     torchvision.transforms.Compose</a>
 */
public final class Compose implements UnaryOperator<Tensor> {
  private final List<Function<? super Tensor, ? extends Tensor>> transforms;

  /** The transforms, in order; without any, images pass unchanged. */
  @SafeVarargs @SuppressWarnings("varargs") // they are only read
  public Compose(Function<? super Tensor, ? extends Tensor>... transforms) {
    this(List.of(transforms));
  }

  /** The same as {@link #Compose(Function...)}, for a list. */
  public Compose(List<? extends Function<? super Tensor, ? extends Tensor>> transforms) {
    this.transforms = List.copyOf(transforms);
  }

  /** {@return the transforms, in order} */
  public List<Function<? super Tensor, ? extends Tensor>> transforms() {
    return transforms;
  }

  @Override public Tensor apply(Tensor image) {
    try (var scope = Scope.open()) {
      Tensor result = image;
      for (var transform : transforms) result = transform.apply(result);
      return result == image ? image : result.keep();
    }
  }

  /** {@return torchvision's text} */
  @Override public String toString() {
    var text = new StringBuilder("Compose(");
    for (var transform : transforms) text.append("\n    ").append(transform);
    return text.append("\n)").toString();
  }
}
