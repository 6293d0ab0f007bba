package dev.jtorch.nn.pooling;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.nn.Model2;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.MaxPoolResult;
import dev.jtorch.nn.functional.MaxUnpoolOptions;
import java.util.function.UnaryOperator;

/**
 * A max unpooling: it puts maxima back into place, with zeros elsewhere. What MaxUnpool1d, MaxUnpool2d and MaxUnpool3d
 * share.
 *
 * <p>Formula: {@code out(n, c, indices(n, c, i)) = input(n, c, i)}, and 0 at all other places.
 *
 * <p>Shape: maxima and indices {@code (N, C, *)} or {@code (C, *)}; a size L becomes
 * {@code (L - 1) stride - 2 padding + kernel}.
 */
public abstract class MaxUnpoolNd extends Model2<Tensor, Tensor, Tensor> {
  private final Size kernelSize;
  private final MaxUnpoolOptions options;

  MaxUnpoolNd(int rank, long[] kernelSize, UnaryOperator<MaxUnpoolOptions> with) {
    String who = ClassNames.of(getClass());
    this.kernelSize = Require.sizes(who, "kernelSize", Size.of(kernelSize), rank);
    MaxUnpoolOptions given = configured(new MaxUnpoolOptions(), with);
    Size stride = given.stride().isEmpty() ? this.kernelSize : Require.sizes(who, "stride", given.stride(), rank);
    options = given.stride(stride.toLongArray())
        .padding(Require.sizes(who, "padding", given.padding(), rank).toLongArray());
  }

  /** {@return the maxima at their places} */
  abstract Tensor unpool(Tensor input, Tensor indices, MaxUnpoolOptions how);

  @Override protected Tensor forward(Tensor input, Tensor indices) { return unpool(input, indices, options); }

  /** {@return the unpooled maxima of what a pooling's {@code withIndices} returned} */
  public final Tensor call(MaxPoolResult pooled) {
    return call(pooled.output(), pooled.indices());
  }

  /**
   * {@return the maxima in an output of the size that was pooled, where several sizes give the same maxima} Hooks do not run.
   *
   * @throws dev.jtorch.ShapeException if the output cannot have that size
   */
  public final Tensor toSize(MaxPoolResult pooled, long... outputSize) {
    return unpool(pooled.output(), pooled.indices(), options.outputSize(outputSize));
  }

  /** {@return the window's size in each dimension} */
  public final long[] kernelSize() {
    return kernelSize.toLongArray();
  }

  @Override protected String extraRepr() {
    return "kernel_size=" + SizeText.tuple(kernelSize) + ", stride=" + SizeText.tuple(options.stride()) + ", padding="
        + SizeText.tuple(options.padding());
  }
}
