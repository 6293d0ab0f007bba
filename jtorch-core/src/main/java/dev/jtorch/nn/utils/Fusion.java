package dev.jtorch.nn.utils;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.conv.ConvNd;
import dev.jtorch.nn.conv.ConvTransposeNd;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes one layer of a convolution or a linear layer and the batch normalisation behind it, which gives the same in evaluation.
 *
 * <p>Formula: with {@code s = γ / √(var + eps)}, the weight is {@code s · weight} and the bias {@code s · (bias - mean) + β}.
 *
 * <p>Differs from PyTorch: the type of a convolution says whether it is transposed, and a transposed one in groups is refused;
 * a linear layer is also fused with a normalisation without scale and shift.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.fuse_conv_bn_eval.html">torch.nn.utils.fusion</a>
 */
public final class Fusion {
  private Fusion() {}

  /**
   * {@return a copy of the convolution that normalises, too} The originals stay as they are.
   *
   * @throws ModuleException if one of both is in training, or the normalisation has no running statistics
   */
  public static <C extends ConvNd<C>> C fuseConvBnEval(C conv, BatchNorm<?> bn) {
    C fused = copyForEvaluation(conv, bn);
    FusedWeights weights = fuseConvBnWeights(conv.weight, conv.bias, Statistics.of(bn));
    fused.weight = weights.weight();
    fused.bias = weights.bias();
    fused.options(o -> o.bias(true));
    return fused;
  }

  /**
   * {@return a copy of the transposed convolution that normalises, too} The originals stay as they are.
   *
   * @throws ModuleException if one of both is in training, if the normalisation has no running statistics, or if the channels are in
   *     groups
   */
  public static <C extends ConvTransposeNd<C>> C fuseConvBnEval(C conv, BatchNorm<?> bn) {
    long groups = conv.options().convolution().groups();
    if (groups != 1) throw new ModuleException(conv.typeName() + ": groups is " + groups + " (expected: 1)");
    C fused = copyForEvaluation(conv, bn);
    FusedWeights weights = fuseConvTransposeBnWeights(conv.weight, conv.bias, Statistics.of(bn));
    fused.weight = weights.weight();
    fused.bias = weights.bias();
    fused.options(o -> o.bias(true));
    return fused;
  }

  /**
   * {@return a copy of the linear layer that normalises, too} The originals stay as they are.
   *
   * @throws ModuleException if one of both is in training, or the normalisation has no running statistics
   * @throws ShapeException if the normalisation has neither as many features as the layer puts out, nor one
   */
  public static Linear fuseLinearBnEval(Linear linear, BatchNorm<?> bn) {
    Linear fused = copyForEvaluation(linear, bn);
    if (bn.numFeatures() != linear.outFeatures() && bn.numFeatures() != 1) {
      throw new ShapeException(bn.typeName() + ": numFeatures is " + bn.numFeatures() + " (expected: "
          + linear.outFeatures() + ", as the linear layer puts out, or 1)");
    }
    FusedWeights weights = fuseLinearBnWeights(linear.weight, linear.bias, Statistics.of(bn));
    fused.weight = weights.weight();
    fused.bias = weights.bias();
    return fused;
  }

  /** {@return the parameters of a convolution with a normalisation behind it} */
  public static FusedWeights fuseConvBnWeights(Tensor weight, @Nullable Tensor bias, Statistics bn) {
    return fuse(weight, bias, bn, 0);
  }

  /** {@return the parameters of a transposed convolution without groups with a normalisation behind it} */
  public static FusedWeights fuseConvTransposeBnWeights(Tensor weight, @Nullable Tensor bias, Statistics bn) {
    return fuse(weight, bias, bn, 1);
  }

  /** {@return the parameters of a linear layer with a normalisation behind it} */
  public static FusedWeights fuseLinearBnWeights(Tensor weight, @Nullable Tensor bias, Statistics bn) {
    return fuse(weight, bias, bn, 0);
  }

  /** The outputs' channels are a dimension of the weight. */
  private static FusedWeights fuse(Tensor weight, @Nullable Tensor bias, Statistics bn, int channels) {
    var perChannel = new long[weight.dim()];
    Arrays.fill(perChannel, 1);
    perChannel[channels] = -1;
    DType biasType = bias == null ? weight.dtype() : bias.dtype();
    try (var quiet = Torch.noGrad(); var scope = Scope.open()) {
      Tensor scaled = weight.mul(bn.factor().reshape(perChannel)).to(weight.dtype());
      Tensor shift = bn.shift(bias).to(biasType);
      return new FusedWeights(FusedWeights.parameter(scaled, weight.requiresGrad()),
          FusedWeights.parameter(shift, bias != null && bias.requiresGrad()));
    }
  }

  @SuppressWarnings("unchecked") // a copy is of its original's class
  private static <L extends Layer> L copyForEvaluation(L layer, BatchNorm<?> bn) {
    requireEvaluation(layer);
    requireEvaluation(bn);
    return (L) layer.deepCopy();
  }

  private static void requireEvaluation(Module module) {
    if (!module.training()) return;
    throw new ModuleException(module.typeName() + ": training is true (expected: false); Fusion only for eval!");
  }
}
