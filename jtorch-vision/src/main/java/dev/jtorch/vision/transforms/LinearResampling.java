package dev.jtorch.vision.transforms;

/**
 * Stretches or shrinks one axis: each new pixel is a mean of old ones, weighted by a triangle around its place that is two
 * pixels wide, old or new ones, whichever are larger.
 */
final class LinearResampling {
  private final int from;
  private final int to;
  private final int[] first;
  private final float[][] weights;

  LinearResampling(int from, int to) {
    this.from = from;
    this.to = to;
    first = new int[to];
    weights = new float[to][];
    double scale = (double) from / to;
    double reach = Math.max(scale, 1);
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      first[i] = Math.max(0, (int) (centre - reach + 0.5));
      int end = Math.min(from, (int) (centre + reach + 0.5));
      weights[i] = triangle(end - first[i], first[i] + 0.5 - centre, reach);
    }
  }

  /** Weights that sum to 1, of pixels whose first lies {@code offset} from the centre. */
  private static float[] triangle(int count, double offset, double reach) {
    var weights = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      weights[i] = Math.max(0, 1 - Math.abs(offset + i) / reach);
      sum += weights[i];
    }
    var normalised = new float[count];
    for (int i = 0; i < count; i++) normalised[i] = (float) (weights[i] / sum);
    return normalised;
  }

  /** Resamples each of the rows that lie one after the other. */
  float[] rows(float[] plane, int rows) {
    var result = new float[rows * to];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < to; x++) result[y * to + x] = mean(plane, x, y * from, 1);
    }
    return result;
  }

  /** Resamples each column of a plane of this width. */
  float[] columns(float[] plane, int width) {
    var result = new float[to * width];
    for (int y = 0; y < to; y++) {
      for (int x = 0; x < width; x++) result[y * width + x] = mean(plane, y, x, width);
    }
    return result;
  }

  private float mean(float[] plane, int target, int start, int stride) {
    float sum = 0;
    float[] w = weights[target];
    for (int i = 0; i < w.length; i++) sum += w[i] * plane[start + (first[target] + i) * stride];
    return sum;
  }
}
