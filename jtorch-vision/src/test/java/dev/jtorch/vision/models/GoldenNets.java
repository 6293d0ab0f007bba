package dev.jtorch.vision.models;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Module;
import dev.jtorch.testing.Tolerance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What goldens/models/nets.py does to networks. */
public final class GoldenNets {
  private static final int CHUNK = 1 << 20;
  private static final int RAMP = 7;

  private GoldenNets() {}

  public static <M extends Module> M seeded(Supplier<M> maker) {
    Torch.manualSeed(0);
    return maker.get();
  }

  /**
   * Fills the state with whole numbers times powers of two, which are the same to the last bit on every processor. Initial values
   * are not; and in training a normalisation over a handful of values makes much of little, even in float64.
   */
  public static void randomize(Module net) {
    Torch.manualSeed(1);
    try (var quiet = Torch.noGrad()) {
      net.stateDict().forEach((key, tensor) -> {
        if (!tensor.isFloatingPoint()) return;
        tensor.random_(-127, 128);
        if (key.endsWith("running_var") || key.endsWith("weight") && tensor.dim() == 1) tensor.div_(256).add_(1);
        else if (tensor.dim() < 2) tensor.div_(1024);
        else tensor.mul_(scale(tensor.numel() / tensor.size(0)) / 128);
      });
    }
  }

  /** The power of two that is nearest to the bound of He's initial values. */
  private static double scale(long fanIn) {
    double power = 1;
    while (power * power * fanIn > 12) power /= 2;
    return power;
  }

  /** Images like the numbers of {@link #randomize}. */
  public static Tensor images(long... sizes) {
    Torch.manualSeed(2);
    return Torch.empty(sizes).random_(-127, 128).div(64);
  }

  /** The checksum of the lines "key shape dtype". */
  public static String keys(Map<String, Tensor> state) {
    var crc = new CRC32();
    state.forEach((key, t) -> crc.update((key + " " + shape(t) + " " + t.dtype().torchName() + "\n").getBytes(UTF_8)));
    return hex(crc);
  }

  public static String shape(Tensor tensor) {
    if (tensor.dim() == 0) return "scalar";
    return String.join("x", tensor.shape().stream().map(String::valueOf).toList());
  }

  /** The length of all elements, and their scalar product with a ramp, are those of {@code digest} in goldens/models/nets.py. */
  public static void assertInitialValues(Iterable<? extends Tensor> tensors, String length, String product) {
    try (var scope = Scope.open()) {
      Tensor ramp = Torch.arange(CHUNK + RAMP).remainder(RAMP).sub(3).toDouble().div(4);
      double squares = 0;
      double products = 0;
      long at = 0;
      for (Tensor tensor : tensors) {
        for (Tensor chunk : tensor.detach().reshape(-1).split(CHUNK)) {
          try (var step = Scope.open()) {
            Tensor values = chunk.toDouble();
            squares += values.dot(values).item();
            products += values.dot(ramp.narrow(0, at % RAMP, values.numel())).item();
            at += values.numel();
          }
        }
      }
      Tensor expected = Torch.tensor(new double[] {Double.parseDouble(length), Double.parseDouble(product)});
      assertThat(Torch.tensor(new double[] {Math.sqrt(squares), products}))
          .as("length and product of the initial values")
          .isCloseTo(expected, Tolerance.FEW_ROUNDINGS.scaled(Double.parseDouble(length)));
    }
  }

  /** The checksum of all elements. */
  public static String values(Iterable<? extends Tensor> tensors) {
    var crc = new CRC32();
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK * Long.BYTES).order(ByteOrder.nativeOrder());
    try (var scope = Scope.open()) {
      for (Tensor tensor : tensors) update(crc, tensor.detach().reshape(-1), chunk);
    }
    return hex(crc);
  }

  private static void update(CRC32 crc, Tensor flat, ByteBuffer chunk) {
    for (long at = 0; at < flat.numel(); at += CHUNK) {
      flat.narrow(0, at, Math.min(CHUNK, flat.numel() - at)).copyTo(chunk.clear());
      crc.update(chunk.flip());
    }
  }

  private static String hex(CRC32 crc) {
    return String.format("%08x", crc.getValue());
  }

  /** Frees a network at once: some have half a gigabyte. */
  public static void close(Module net) {
    Stream.concat(net.parameters().stream(), net.buffers().stream()).forEach(Tensor::close);
  }
}
