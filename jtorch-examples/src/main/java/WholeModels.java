import dev.jtorch.Cuda;
import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.jit.Jit;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.saving.WholeModel;
import java.nio.file.Path;

/** Saves a network as a whole, loads it again, and runs one that Python exported. */
public class WholeModels {
  /** A network of the user's own class. */
  public static class Head extends Layer {
    public Layer fc = new Linear(4, 3);

    @Override protected Tensor forward(Tensor x) { return fc.call(x); }
  }

  public static void main(String[] args) {
    Path file = Path.of(args[0]);
    var net = new Sequential(new Linear(8, 4), new ReLU(), new Head());
    WholeModel.save(net, file);
    var loaded = WholeModel.load(file, Sequential.class, o -> o.allow("WholeModels"));
    System.out.println(loaded);

    var device = Device.of(Cuda.isAvailable() ? "cuda:0" : "cpu");
    loaded.to(device);
    var x = Torch.ones(1, 8).to(device);
    System.out.println(loaded.call(x).shape());

    var script = Jit.load(Path.of(args[1]));
    Tensor y = (Tensor) script.call(Torch.ones(2));
    Object pair = script.runMethod("pair", y);
    System.out.println(script.methods() + " " + pair.getClass().getSimpleName());
  }
}
