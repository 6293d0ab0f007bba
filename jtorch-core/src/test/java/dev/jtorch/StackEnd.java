package dev.jtorch;

import dev.jtorch.autograd.Function;
import dev.jtorch.autograd.FunctionContext;
import dev.jtorch.io.SafeTensors;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.GeluApproximation;
import dev.jtorch.nn.functional.PadMode;
import dev.jtorch.nn.functional.Padding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls JTorch at the end of the stack, over and over: whatever a call throws there, the process must survive it and go on
 * working. A main, for a process of its own; the arguments name the group of calls.
 */
final class StackEnd {
  private static final int ROUNDS = 3;
  /** From the end of the stack upwards, at how many depths a call is made, and how many frames lie between them. */
  private static final int DEPTHS = 120;
  private static final int FRAMES_BETWEEN = 12;
  private static final long SMALL_STACK = 300 << 10;

  private static final Tensor MATRIX = Torch.eye(3);
  private static final Tensor IMAGE = Torch.ones(1, 1, 4, 4);
  private static final Tensor INDEX = Torch.zeros(new long[] {3}, o -> o.dtype(DType.INT64));
  private static final Tensor LEAF = Torch.ones(3).requiresGrad_();
  private static final Map<String, Map<String, Runnable>> GROUPS =
      Map.of("texts", texts(), "graphs", graphs(), "files", files());
  /** Calls that go to the end of the stack themselves, freeing on the way back what they made. */
  private static final Map<String, Map<String, Runnable>> RECURSIONS =
      Map.of("graphs", graphRecursions(), "files", Map.of("mapped files in scopes", StackEnd::filesUntilTheEnd));

  private static int depthsLeft;
  private static int frame;

  private StackEnd() {}

  public static void main(String[] groups) throws InterruptedException {
    for (String group : groups) {
      for (Map.Entry<String, Runnable> call : GROUPS.get(group).entrySet()) {
        quietly(call.getValue()); // so that no class is initialised at the end of the stack
        repeat(call.getKey(), () -> atTheEnd(call.getValue()));
      }
      for (Map.Entry<String, Runnable> call : RECURSIONS.getOrDefault(group, Map.of()).entrySet()) {
        repeat(call.getKey(), () -> quietly(call.getValue()));
      }
    }
    System.out.println("survived");
  }

  /** On this thread and on one with a small stack. */
  private static void repeat(String name, Runnable call) throws InterruptedException {
    System.out.println(name);
    Runnable rounds = () -> {
      for (int i = 0; i < ROUNDS; i++) call.run();
    };
    rounds.run();
    var small = new Thread(null, rounds, "small", SMALL_STACK);
    small.start();
    small.join();
    requireWorking();
  }

  private static void atTheEnd(Runnable call) {
    depthsLeft = DEPTHS;
    frame = 0;
    try {
      descend(call);
    } catch (StackOverflowError e) {
      // of the last call
    }
  }

  private static void descend(Runnable call) {
    try {
      descend(call);
    } catch (StackOverflowError e) {
      // the end, or a call near it
    }
    if (depthsLeft > 0 && frame++ % FRAMES_BETWEEN == 0) {
      depthsLeft--;
      quietly(call);
    }
  }

  private static void quietly(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // what it throws does not matter here: Java's own classes, too, make of an overflow what they like
    }
  }

  private static void requireWorking() {
    try (var scope = Scope.open()) {
      Tensor leaf = Torch.ones(3).requiresGrad_();
      leaf.registerHook(g -> g.mul(3));
      new Twice().apply(leaf).sum().backward();
      if (leaf.grad().sum().item() != 18) throw new AssertionError(leaf.grad());
    }
  }

  /** Calls that pass a text to LibTorch. */
  private static Map<String, Runnable> texts() {
    var calls = new LinkedHashMap<String, Runnable>();
    calls.put("eigh", () -> Linalg.eigh(MATRIX));
    calls.put("eigvalsh", () -> Linalg.eigvalsh(MATRIX));
    calls.put("qr", () -> Linalg.qr(MATRIX));
    calls.put("matrixNorm", () -> Linalg.matrixNorm(MATRIX));
    calls.put("einsum", () -> Torch.einsum("ij,jk->ik", MATRIX, MATRIX));
    calls.put("quantile", () -> MATRIX.quantile(0.5));
    calls.put("nanquantile", () -> MATRIX.nanquantile(0.5));
    calls.put("meshgrid", () -> Torch.meshgrid(MeshgridIndexing.IJ, INDEX, INDEX));
    calls.put("scatter", () -> Torch.ones(3).scatter(0, INDEX, Torch.ones(3), ScatterOperation.ADD));
    calls.put("scatterReduce", () -> Torch.ones(3).scatterReduce(0, INDEX, Torch.ones(3), ScatterReduction.SUM));
    calls.put("gelu", () -> F.gelu(MATRIX, GeluApproximation.TANH));
    calls.put("pad", () -> F.pad(IMAGE, new long[] {1, 1}, PadMode.REFLECT));
    calls.put("conv2d", () -> F.conv2d(IMAGE, IMAGE, null, o -> o.padding(Padding.SAME)));
    calls.put("div", () -> INDEX.div(3, RoundingMode.FLOOR));
    calls.put("an error", () -> MATRIX.add(IMAGE.narrow(3, 0, 2)));
    return calls;
  }

  /** Calls whose graphs call back. */
  private static Map<String, Runnable> graphs() {
    var calls = new LinkedHashMap<String, Runnable>();
    calls.put("a function and its scope", () -> inScope(() -> new Twice().apply(LEAF)));
    calls.put("a function backward", () -> inScope(() -> new Twice().apply(LEAF).sum().backward()));
    calls.put("a hook on a leaf", () -> inScope(() -> {
      Tensor leaf = Torch.ones(3).requiresGrad_();
      leaf.registerHook(g -> g.mul(2));
      leaf.registerPostAccumulateGradHook(p -> {});
      leaf.sum().backward();
    }));
    calls.put("a hook on an inner tensor", () -> inScope(() -> {
      Tensor inner = LEAF.mul(2);
      inner.registerHook(g -> g.mul(2));
      inner.sum().backward();
    }));
    calls.put("hooks that overflow the stack", () -> inScope(() -> {
      Tensor inner = LEAF.mul(2);
      inner.registerHook(g -> endless(g));
      inner.sum().backward();
    }));
    calls.put("hooks that ask for too much heap", () -> inScope(() -> {
      Tensor inner = LEAF.mul(2);
      inner.registerHook(g -> tooMuch(g));
      inner.sum().backward();
    }));
    return calls;
  }

  private static Map<String, Runnable> graphRecursions() {
    var calls = new LinkedHashMap<String, Runnable>();
    calls.put("functions in scopes", StackEnd::functionsUntilTheEnd);
    calls.put("chained functions", () -> functionsUntilTheEnd(LEAF));
    return calls;
  }

  private static void inScope(Runnable call) {
    try (var scope = Scope.open()) {
      call.run();
    }
  }

  private static void functionsUntilTheEnd() {
    try (var scope = Scope.open()) {
      new Twice().apply(LEAF);
      functionsUntilTheEnd();
    }
  }

  private static void functionsUntilTheEnd(Tensor x) {
    functionsUntilTheEnd(new Twice().apply(x));
  }

  @SuppressWarnings("InfiniteRecursion") private static Tensor endless(Tensor g) { return endless(g); }

  private static Tensor tooMuch(Tensor g) {
    return g.mul(new long[Integer.MAX_VALUE].length);
  }

  /** Tensors whose memory is a file's. */
  private static Map<String, Runnable> files() {
    var calls = new LinkedHashMap<String, Runnable>();
    calls.put("a mapped file and its scope", () -> inScope(() -> {
      for (Tensor tensor : MappedFile.load().values()) tensor.sum();
    }));
    return calls;
  }

  private static void filesUntilTheEnd() {
    try (var scope = Scope.open()) {
      MappedFile.load();
      filesUntilTheEnd();
    }
  }

  /** A file that is there once its group is run. */
  private static final class MappedFile {
    private static final Path PATH = write();

    private static Path write() {
      try {
        Path path = Files.createTempFile("stack-end", ".safetensors");
        path.toFile().deleteOnExit();
        SafeTensors.save(Map.of("a", Torch.ones(1000), "b", Torch.ones(1000)), path);
        return path;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    static StateDict load() { return SafeTensors.load(PATH); }
  }

  private static final class Twice extends Function {
    @Override protected Tensor forward(FunctionContext ctx, Tensor... in) {
      ctx.saveForBackward(in[0]);
      return in[0].mul(2);
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... g) {
      return new Tensor[] {g[0].mul(ctx.savedTensor(0)).mul(2)};
    }
  }
}
