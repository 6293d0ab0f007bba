import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.vision.datasets.ImageNetLabels;
import dev.jtorch.vision.explain.GradCam;
import dev.jtorch.vision.explain.HeatMap;
import dev.jtorch.vision.io.ImageReadMode;
import dev.jtorch.vision.io.Images;
import dev.jtorch.vision.models.Models;
import dev.jtorch.vision.transforms.ImageClassification;
import java.nio.file.Path;

/** Names what is on a photograph, and shows where the network looked: weights, photograph, image to write. */
public class Photographs {
  public static void main(String[] args) {
    var net = Models.getModel("resnet18");
    net.loadStateDict(StateDict.load(Path.of(args[0])));
    net.eval();

    Tensor photo = Images.readImage(Path.of(args[1]), o -> o.mode(ImageReadMode.RGB));
    var preset = new ImageClassification(224);
    Tensor x = preset.apply(photo).unsqueeze(0);
    var best = Torch.inferenceMode(() -> net.call(x)).softmax(1).topk(5);
    long[] classes = best.indices().get(0).toLongArray();
    for (long c : classes) System.out.println(c + " " + ImageNetLabels.of((int) c));

    var seen = new GradCam(net, "layer4").explain(x, classes[0]);
    Images.writePng(HeatMap.overlay(preset.crop(photo), seen.maps().get(0)), Path.of(args[2]));
  }
}
