package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Index;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.Npy;
import dev.jtorch.io.SafeTensors;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Layer;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import dev.jtorch.vision.io.Images;
import dev.jtorch.vision.models.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run}, {@code predict} and {@code gradcam}, beside torchvision. */
class NetworkCommandsTest {
  private static final Golden GOLDEN = Golden.load("verbs/resnet18");

  @TempDir private static Path shared;
  private static Path weights;
  private static Path photo;

  @TempDir private Path folder;

  @BeforeAll static void save() throws IOException {
    Torch.manualSeed(0);
    weights = shared.resolve("resnet18.pth");
    Torch.save(Models.getModel("resnet18").stateDict(), weights);
    photo = Files.write(shared.resolve("photo.jpg"), GOLDEN.tensor("file").toByteArray());
  }

  private static Tensor input() {
    Torch.manualSeed(1);
    return Torch.randn(1, 3, 32, 32);
  }

  @Test void run_writesTorchvisionsOutput() {
    Path out = folder.resolve("out.safetensors");
    for (Path in : List.of(safetensors(input()), pt(input()), pt(Map.of("x", input())), npy(input()),
        safetensors(input().toDouble()))) {
      assertThat(run(in, out)).isEqualTo(new CommandRun(0, "", ""));
      StateDict written = SafeTensors.load(out);
      assertThat(written.keySet()).containsExactly("output");
      TensorAssert.assertThat(written.get("output")).isCloseTo(GOLDEN.tensor("output"),
          Tolerance.ofNetwork(GOLDEN.tensor("output")));
    }
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("in.safetensors", "in.pt", "in.npy",
        "out.safetensors");
  }

  @Test void run_widensHalfPrecision_andReadsSafetensors() {
    var half = new StateDict();
    StateDict.load(weights)
        .forEach((key, tensor) -> half.put(key, tensor.isFloatingPoint() ? tensor.to(DType.FLOAT16) : tensor));
    Path halfWeights = folder.resolve("half.safetensors");
    half.save(halfWeights);
    Path out = folder.resolve("out.safetensors");
    assertThat(run(halfWeights, safetensors(input()), out)).isEqualTo(new CommandRun(0, "", ""));
    Tensor output = SafeTensors.load(out).get("output");
    TensorAssert.assertThat(output).isCloseTo(GOLDEN.tensor("output"), Tolerance.HALF_WEIGHTS);
  }

  @Test void run_ofOtherClasses() {
    Layer net = Models.getModel("squeezenet1_1", 7);
    Path file = folder.resolve("seven.pt");
    Torch.save(net.stateDict(), file);
    Path out = folder.resolve("out.safetensors");
    assertThat(CommandRun.of("run", "SqueezeNet1_1", "--weights", file.toString(), "--input", pt(input()).toString(),
        "--output",
        out.toString(), "--num-classes", "7")).isEqualTo(new CommandRun(0, "", ""));
    net.eval();
    Tensor expected = net.call(input());
    TensorAssert.assertThat(SafeTensors.load(out).get("output")).isCloseTo(expected, Tolerance.ofNetwork(expected));
  }

  @Test void run_refusesWhatItCannotUse() {
    Path in = safetensors(input());
    Path out = folder.resolve("out.safetensors");
    Path none = folder.resolve("none.pt");
    failure(run(none, in, out), "run: " + none + " does not exist");
    failure(run(weights, none, out), "run: " + none + " does not exist");
    Path other = folder.resolve("other.safetensors");
    SafeTensors.save(Map.of("x", input()), other);
    failure(run(other, out), "run: " + other + ": has no tensor 'input' (expected: it beside [x])");
    Path two = pt(new LinkedHashMap<>(Map.of("x", input(), "y", input())));
    failure(run(two, out),
        "run: " + two + ": has 2 entries, 2 of them tensors (expected: one tensor); .safetensors holds"
            + " several, by name");
    Path whole = npy(Torch.arange(3));
    failure(run(whole, out), "run: " + whole + ": the input is int64 (expected: floating point)");
    Path cut = folder.resolve("cut.pth");
    StateDict state = StateDict.load(weights);
    state.remove("fc.bias");
    state.save(cut);
    failure(run(cut, in, out), "run: " + cut + " does not fit: ResNet: 1 missing key: fc.bias");
    assertThat(out).doesNotExist();
  }

  @Test void run_withWrongWeights_namesTen_andAllWithDebug() {
    Path wrapped = folder.resolve("wrapped.pth");
    StateDict.load(weights).renameKeys(key -> "module." + key).save(wrapped);
    Path in = safetensors(input());
    CommandRun run = run(wrapped, in, folder.resolve("out.safetensors"));
    assertThat(run.err())
        .startsWith("jtorch run: " + wrapped + " does not fit: ResNet: the keys come from DataParallel,"
            + " use state.stripPrefix(\"module.\"); 102 missing keys: conv1.weight, bn1.weight, ")
        .hasLineCount(1)
        .endsWith(" and 112 more\n").hasSizeLessThan(1000);
    CommandRun debug = CommandRun.of("--debug", "run", "resnet18", "--weights", wrapped.toString(), "--input",
        in.toString(), "--output", folder.resolve("out.safetensors").toString());
    assertThat(debug.err().lines().filter(line -> line.startsWith("missing key: "))).hasSize(102)
        .endsWith("missing key: fc.bias");
    assertThat(debug.err().lines().filter(line -> line.startsWith("unexpected key: module."))).hasSize(122);
  }

  @Test void run_wrongUsage() {
    List<String> line = List.of("run", "resnet18", "--weights", "w.pt", "--input", "x.pt", "--output", "y.safetensors");
    usage(with(line, 1, "resnet19"),
        "run: MODEL is resnet19 (expected: a network that --help lists); did you mean resnet18?");
    usage(with(line, 7, "y.pt"), "run: --output is y.pt (expected: a name that ends in .safetensors)");
    usage(with(line, "--num-classes", "0"), "run: --num-classes is 0 (expected: a whole number >= 1)");
    usage(with(line, "--optimize"), "run: --optimize is given (expected: not yet, there is no inference optimizer)");
    usage(line.subList(0, 6), "run: --output is missing (expected: jtorch run [OPTION...] MODEL)");
  }

  @Test void predict_namesTorchvisionsClasses() {
    CommandRun run = predict(photo, photo, "--top", "6");
    assertThat(run.err()).isEmpty();
    List<String> expected = new ArrayList<>(GOLDEN.text("lines").lines().toList());
    expected.addAll(expected);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSameSizeAs(expected);
    for (int i = 0; i < lines.size(); i++) {
      int tab = expected.get(i).lastIndexOf('\t');
      assertThat(lines.get(i)).startsWith(expected.get(i).substring(0, tab + 1)).matches(".*\t0\\.\\d{6}");
      double off = number(lines.get(i)) - number(expected.get(i));
      assertThat(Math.abs(off)).isLessThan(2e-5);
    }
    assertThat(predict(photo).out()).hasLineCount(5);
  }

  private static double number(String line) { return Double.parseDouble(line.substring(line.lastIndexOf('\t') + 1)); }

  @Test void predict_refusesWhatItCannotUse() throws IOException {
    Path none = folder.resolve("none.jpg");
    failure(predict(photo, none), "predict: " + none + " does not exist");
    Path text = Files.writeString(folder.resolve("notes.jpg"), "hello");
    failure(predict(text), "predict: " + text + ": is no image (expected: JPEG, PNG, WebP, BMP or TIFF)");
    Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(Files.readAllBytes(photo), 500));
    failure(predict(cut), "predict: " + cut + ": is cut off after 500 bytes");
    usage(List.of("predict", "resnet18", "--weights", weights.toString(), "--top", "1001", photo.toString()),
        "predict: --top is 1001 (expected: at most 1000, the number of classes)");
    usage(List.of("predict", "resnet18", "--weights", weights.toString()),
        "predict: IMAGE is missing (expected: jtorch predict [OPTION...] MODEL IMAGE)");
  }

  @Test void gradcam_paintsTorchvisionsMap() {
    Path png = folder.resolve("map.png");
    CommandRun run = gradcam(photo, "layer4", png);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith(GOLDEN.text("lines").split("\t", 2)[1].split("\t0\\.")[0] + "\t0.")
        .hasLineCount(1);
    Tensor image = Images.readImage(png);
    assertThat(image.shape()).containsExactly(3L, 224L, 224L);
    Tensor some = image.get(Index.ALL, Index.slice(0, 224, 8), Index.slice(0, 224, 8)).contiguous();
    TensorAssert.assertThat(some).isCloseTo(GOLDEN.tensor("overlay"), Tolerance.levels(4));
    assertThat(folder.toFile().list()).containsExactly("map.png");
  }

  @Test void gradcam_refusesWhatItCannotUse() {
    Path png = folder.resolve("map.png");
    assertThat(gradcam(photo, "layer5", png).err()).startsWith("jtorch gradcam: --layer is layer5 (expected: a layer of"
        + " resnet18); ResNet: no module at 'layer5'").hasLineCount(1);
    failure(gradcam(photo, "fc", png), "gradcam: GradCam: layer fc gives (1, 1000) (expected: (N, K, h, w))");
    failure(gradcam(folder.resolve("none"), "layer4", png), "gradcam: " + folder.resolve("none") + " does not exist");
    Path jpg = folder.resolve("map.jpg");
    assertThat(gradcam(photo, "layer4", jpg)).isEqualTo(new CommandRun(2, "",
        "jtorch gradcam: --output is " + jpg + " (expected: a name that ends in .png)\n"));
    assertThat(folder.toFile().list()).isEmpty();
  }

  private static CommandRun run(Path in, Path out) { return run(weights, in, out); }

  private static CommandRun run(Path weights, Path in, Path out) {
    return CommandRun.of("run", "resnet18", "--weights", weights.toString(), "--input", in.toString(), "--output",
        out.toString());
  }

  private static CommandRun predict(Object... images) {
    List<String> line = new ArrayList<>(List.of("predict", "resnet18", "--weights", weights.toString()));
    for (Object image : images) line.add(image.toString());
    return CommandRun.of(line.toArray(String[]::new));
  }

  private static CommandRun gradcam(Path image, String layer, Path png) {
    return CommandRun.of("gradcam", "resnet18", "--weights", weights.toString(), image.toString(), "--layer", layer,
        "--output",
        png.toString());
  }

  private static void failure(CommandRun run, String message) {
    assertThat(run).isEqualTo(new CommandRun(1, "", "jtorch " + message + "\n"));
  }

  private static void usage(List<String> line, String message) {
    assertThat(CommandRun.of(line.toArray(String[]::new))).isEqualTo(new CommandRun(2, "", "jtorch " + message + "\n"));
  }

  private static List<String> with(List<String> line, int at, String word) {
    List<String> other = new ArrayList<>(line);
    other.set(at, word);
    return other;
  }

  private static List<String> with(List<String> line, String... more) {
    List<String> other = new ArrayList<>(line);
    other.addAll(List.of(more));
    return other;
  }

  private Path safetensors(Tensor input) {
    Path file = folder.resolve("in.safetensors");
    SafeTensors.save(Map.of("other", Torch.ones(1), "input", input), file);
    return file;
  }

  private Path pt(Object input) {
    Path file = folder.resolve("in.pt");
    Checkpoint.save(input, file);
    return file;
  }

  private Path npy(Tensor input) {
    Path file = folder.resolve("in.npy");
    Npy.save(input, file);
    return file;
  }
}
