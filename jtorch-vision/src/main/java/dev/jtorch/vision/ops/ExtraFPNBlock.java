package dev.jtorch.vision.ops;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What adds levels to those of a {@link FeaturePyramidNetwork}. It puts out all levels by name, the largest maps first.
 *
 * <p>Differs from PyTorch: names and maps are one map, in order, not two lists.
 */
public abstract class ExtraFPNBlock extends Model<ExtraFPNBlock.Levels, Map<String, Tensor>> {
  /**
   * What a block takes, each by the level's name and in the order of the levels.
   *
   * @param results what the pyramid put out
   * @param inputs what the pyramid took
   */
  public record Levels(Map<String, Tensor> results, Map<String, Tensor> inputs) {
    /** {@return the smallest map that the pyramid put out} */
    public Tensor lastResult() {
      return last(results);
    }

    /** {@return the smallest map that the pyramid took} */
    public Tensor lastInput() {
      return last(inputs);
    }

    private static Tensor last(Map<String, Tensor> levels) {
      List<Tensor> maps = new ArrayList<>(levels.values());
      return maps.get(maps.size() - 1);
    }

    /** {@return the results, to which levels can be added} */
    public Map<String, Tensor> growing() {
      return new LinkedHashMap<>(results);
    }
  }
}
