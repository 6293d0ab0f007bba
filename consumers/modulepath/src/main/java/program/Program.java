package program;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.vision.models.ResNet;
import java.util.List;
import javax.imageio.ImageIO;

/** A network of its own with private state, one of torchvision's, and the image formats that come with JTorch. */
final class Program {
  private Program() {}

  static final class Net extends Layer {
    private final Layer fc = new Linear(2, 1);

    @Override protected Tensor forward(Tensor x) { return fc.call(x); }
  }

  public static void main(String[] args) {
    var net = new Net();
    System.out.println(List.copyOf(net.stateDict().keySet()) + " " + net.call(Torch.ones(4, 2)).shape());
    var resnet = ResNet.resnet18();
    resnet.eval();
    System.out.println(Torch.inferenceMode(() -> resnet.call(Torch.ones(1, 3, 64, 64)).shape()));
    System.out.println("reads WebP: " + ImageIO.getImageReadersBySuffix("webp").hasNext());
  }
}
