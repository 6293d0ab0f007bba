package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.container.ModuleDict;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A detector with a branch for each size of objects. */
class CandidatesTest {
  private static final long ANCHORS = 3;
  private static final long BOX = 5;

  /** Boxes from every cell of some maps of a network, in the manner of YOLOv3. */
  static class Detector extends Model<Tensor, Tensor> {
    public FeatureExtractor backbone;
    public ModuleDict<Conv2d> heads = new ModuleDict<>();

    Detector(ResNet net, Map<String, Long> branches) {
      backbone = new FeatureExtractor(net, branches.keySet().toArray(String[]::new));
      branches.forEach((layer, channels) -> heads.put(layer, new Conv2d(channels, ANCHORS * BOX, 1)));
    }

    @Override protected Tensor forward(Tensor images) {
      var boxes = new ArrayList<Tensor>();
      backbone.call(images).forEach((layer, map) -> boxes.add(heads.get(layer).call(map).flatten(2)
          .view(images.size(0), ANCHORS, BOX, -1).permute(0, 1, 3, 2).reshape(images.size(0), -1, BOX)));
      return Torch.cat(boxes, 1);
    }
  }

  @Row("S4-247") @Test void branch_thatIsRemovedTakesItsCandidatesAway() {
    ResNet net = ResNet.resnet18();
    Tensor images = Torch.randn(2, 3, 64, 64);
    var all = new Detector(net, Map.of("layer2", 128L, "layer3", 256L, "layer4", 512L));
    assertThat(all.call(images).shape()).isEqualTo(Size.of(2, ANCHORS * (64 + 16 + 4), BOX));
    var withoutSmall = new Detector(net, Map.of("layer3", 256L, "layer4", 512L));
    assertThat(withoutSmall.call(images).shape()).isEqualTo(Size.of(2, ANCHORS * (16 + 4), BOX));
    assertThat(List.of(all.heads.size(), withoutSmall.heads.size())).containsExactly(3, 2);
  }
}
