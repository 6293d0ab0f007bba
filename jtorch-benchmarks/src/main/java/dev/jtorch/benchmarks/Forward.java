package dev.jtorch.benchmarks;

import dev.jtorch.MemoryFormat;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.vision.models.Models;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole networks on images of 224 pixels, in evaluation. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class Forward {
  @Param({"resnet18", "resnet50", "mobilenet_v2"}) public String model = "";
  @Param({"1", "8"}) public int batch;
  @Param({"CONTIGUOUS", "CHANNELS_LAST"}) public MemoryFormat format = MemoryFormat.CONTIGUOUS;
  private Layer net = new Identity();
  private Tensor images = Torch.empty(0);

  @Setup(Level.Trial) public void build() {
    net = Models.getModel(model);
    net.eval().to(format);
    images = Torch.randn(batch, 3, 224, 224).contiguous(format);
  }

  @Benchmark public void forward() {
    try (var quiet = Torch.noGrad(); var step = Scope.open()) {
      net.call(images);
    }
  }
}
