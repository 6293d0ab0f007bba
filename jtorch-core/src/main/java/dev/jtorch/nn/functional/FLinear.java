package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.handleOrNull;
import static dev.jtorch.bridge.Bridge.tensor;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.Products;
import dev.jtorch.internal.RowProduct;
import org.jspecify.annotations.Nullable;

/**
 * Affine and bilinear maps, and what makes inputs for them.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#linear-functions">Linear functions</a>
 */
abstract sealed class FLinear extends FActivation permits FConvolution {
  FLinear() {}

  /** {@return {@code x Aᵀ}} */
  public static Tensor linear(Tensor input, Tensor weight) {
    return linear(input, weight, null);
  }

  /**
   * {@return {@code x Aᵀ + b}}
   *
   * @param input of shape {@code (*, in)}
   * @param weight of shape {@code (out, in)} or {@code (in)}
   * @param bias of shape {@code (out)} or {@code ()}; may be null
   * @throws dev.jtorch.ShapeException if the shapes do not fit
   */
  public static Tensor linear(Tensor input, Tensor weight, @Nullable Tensor bias) {
    NativeTensor row = RowProduct.linear(handle(input), handle(weight), handleOrNull(bias));
    if (row != null) return tensor(row);
    Products.prepareLinear(handle(input), handle(weight));
    return tensor(AtenNN.linear(handle(input), handle(weight), handleOrNull(bias)));
  }

  /**
   * {@return {@code x1ᵀ A x2 + b}}
   *
   * @param input1 of shape {@code (*, in1)}
   * @param input2 of shape {@code (*, in2)}
   * @param weight of shape {@code (out, in1, in2)}
   * @param bias of shape {@code (out)}; may be null
   * @throws dev.jtorch.ShapeException if the shapes do not fit
   */
  public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, @Nullable Tensor bias) {
    return tensor(AtenNN.bilinear(handle(input1), handle(input2), handle(weight), handleOrNull(bias)));
  }

  /** {@return one-hot vectors of int64 class numbers; there are as many classes as the largest number asks for} */
  public static Tensor oneHot(Tensor input) {
    return oneHot(input, -1);
  }

  /**
   * {@return one-hot vectors, int64 of shape {@code (*, numClasses)}, of int64 class numbers of shape {@code (*)}}
   *
   * @throws dev.jtorch.TorchException if a number is negative or not below {@code numClasses}
   */
  public static Tensor oneHot(Tensor input, long numClasses) {
    return tensor(AtenNN.oneHot(handle(input), numClasses));
  }

  /**
   * {@return the cosine of the angle between vectors along a dimension: {@code x1 · x2 / (max(‖x1‖, eps) max(‖x2‖, eps))}}
   *
   * @throws dev.jtorch.ShapeException if neither shape can be broadcast to the other
   */
  public static Tensor cosineSimilarity(Tensor x1, Tensor x2, int dim, double eps) {
    return tensor(AtenNN.cosineSimilarity(handle(x1), handle(x2), dim, eps));
  }
}
