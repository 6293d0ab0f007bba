import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Torch;
import dev.jtorch.vision.io.Images;
import dev.jtorch.vision.models.ResNet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples as a user would, and reads what they print. */
class ExamplesTest {
  private interface Program {
    void main(String[] args) throws Exception;
  }

  private static String run(Program program, String... args) throws Exception {
    PrintStream console = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      program.main(args);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test void trainDigits_learnsAndLoadsAgain() throws Exception {
    String printed = run(TrainDigits::main);
    assertThat(printed)
        .startsWith("LeNet(\n  (conv1): Conv2d(1, 16, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)")
        .contains("Total params: 6,106");
    double trained = accuracy(printed, "epoch 4: accuracy ");
    assertThat(trained).isGreaterThan(0.9);
    assertThat(accuracy(printed, "loaded: accuracy ")).isEqualTo(trained);
    delete("digits.pt");
  }

  @Test void firstGuesses_compileAndRun() throws Exception {
    assertThat(run(FirstGuesses::main)).contains("torch.Size([3]) torch.Size([3, 4]) tensor([",
        "torch.Size([3, 8]) torch.Size([6, 4]) torch.Size([2, 3, 4])\ntensor([0., 1., 2.]) torch.float32 tensor([1, 2, 3])\n",
        "torch.Size([2, 4]) torch.Size([2, 3]) torch.Size([2, 2])\n", "\n7 16\ntorch.Size([2, 10])\n128\n", " of 32\ntensor([1.7321, 1.7321])\n");
  }

  @Test void resumeTraining_goesOnExactly(@TempDir Path folder) throws Exception {
    String whole = run(ResumeTraining::main, folder.resolve("whole").toString(), "4");
    String half = run(ResumeTraining::main, folder.resolve("half").toString(), "2");
    String rest = run(ResumeTraining::main, folder.resolve("half").toString(), "4");
    assertThat(half + rest).isEqualTo(whole).hasLineCount(4);
    assertThat(folder.resolve("half").toFile().list()).containsExactlyInAnyOrder("checkpoint-3.pt", "checkpoint-4.pt",
        "net.safetensors");
  }

  @Test void summaries_showTheLayers() throws Exception {
    assertThat(run(Summaries::main)).contains("\n├─Conv2d: 1-3                            [1, 16, 28, 28]           1,168\n",
        "\n| ├─Conv2d: 1-3 | [1, 16, 28, 28] | 915,712 |\n",
        "\n            Conv2d-1            [-1, 8, 30, 30]             224\n")
        .endsWith("\nConv2d 2: 915712\n");
  }

  @Test void photographs_areNamed(@TempDir Path folder) throws Exception {
    Path weights = folder.resolve("resnet18.pth");
    Torch.save(ResNet.resnet18().stateDict(), weights);
    Path photo = folder.resolve("photo.jpg");
    Images.writeJpeg(Torch.randint(0, 256, 3, 300, 400).to(DType.UINT8), photo);
    Path map = folder.resolve("map.png");
    assertThat(run(Photographs::main, weights.toString(), photo.toString(), map.toString())).hasLineCount(5)
        .matches("(\\d+ [^\n]+\n)+");
    assertThat(Images.readImage(map).shape()).containsExactly(3L, 224L, 224L);
  }

  @Test void firstNet_savesItsState() throws Exception {
    run(FirstNet::main);
    assertThat(Path.of("net.pt")).exists();
    delete("net.pt");
  }

  @Test void sideBySide_matchesPython() throws Exception {
    assertThat(run(SideBySide::main)).startsWith("tensor([[2., 2., 2.],\n        [2., 2., 2.]])");
  }

  @Test void surgery_changesANetworkFromAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("resnet50.pth");
    Torch.save(ResNet.resnet50().stateDict(), file);
    List<String> lines = run(Surgery::main, file.toString()).lines().toList();
    assertThat(lines).startsWith("1 Bottleneck(",
        "  (conv1): Conv2d(64, 64, kernel_size=(1, 1), stride=(1, 1), bias=False)");
    // two groups; then the modules and the parameters by name
    assertThat(lines).containsSubsequence(")", "2", " -> ResNet", "conv1 -> Conv2d", "layer1.0.downsample.1 -> BatchNorm2d",
        "fc -> Sequential", "fc.2 -> Linear", "conv1.weight torch.Size([64, 4, 7, 7])", "fc.0.weight torch.Size([256, 2048])",
        "fc.2.bias torch.Size([10])");
    assertThat(lines).endsWith("[fc.weight, fc.bias] []", "torch.Size([2, 10]) torch.Size([2, 576])");
  }

  @Test void wholeModels_comeBack(@TempDir Path folder) throws Exception {
    Path script = Path.of("../jtorch-core/src/test/resources/golden/jit/methods.pt");
    assertThat(run(WholeModels::main, folder.resolve("net.pt").toString(), script.toString())).startsWith("""
        Sequential(
          (0): Linear(in_features=8, out_features=4, bias=True)
          (1): ReLU()
          (2): Head(
            (fc): Linear(in_features=4, out_features=3, bias=True)
          )
        )
        torch.Size([1, 3])
        [forward,""").endsWith(" Tuple\n");
  }

  @Test void hooksAndAutograd_printsShapesAndTruths() throws Exception {
    assertThat(run(HooksAndAutograd::main).lines()).containsExactly("[torch.Size([1, 64, 112, 112])]",
        "torch.Size([1, 7, 7])", "torch.Size([2, 3, 4, 4]) true", "false");
  }

  @Test void ownOptimizers_learn() throws Exception {
    assertThat(run(OwnOptimizer::main)).startsWith("Adadelta (\nParameter Group 0\n").endsWith(")\ntrue\n");
  }

  @Test void gradients_arePythons() throws Exception {
    assertThat(run(Gradients::main)).isEqualTo("""
        tensor([ 3., 12.], dtype=torch.float64)
        tensor([10., 37.], dtype=torch.float64)
        tensor([ 6., 12.], dtype=torch.float64)
        false
        tensor([[ 6.,  0.],
                [ 0., 12.]], dtype=torch.float64) tensor([2.7183, 7.3891], dtype=torch.float64) tensor([[1., 0.],
                [0., 2.]], dtype=torch.float64)
        true
        """);
  }

  @Test void ownParts_train() throws Exception {
    assertThat(run(OwnParts::main).lines()).containsExactly("true", "0.01 0.1", "1.3125 100");
  }

  @Test void copyAndState_fits() throws Exception {
    assertThat(run(CopyAndState::main).lines()).containsExactly("<All keys matched successfully>", "{version=1}",
        "[0.weight, 0.bias, 2.weight, 2.bias]");
  }

  @Test void indexes_matchPython() throws Exception {
    assertThat(run(Indexes::main)).isEqualTo("""
        torch.Size([2, 4])
        tensor([[0, 0, 0, 0],
                [5, 5, 6, 7],
                [0, 0, 0, 0]])
        tensor([[8, 7, 7, 7],
                [8, 7, 7, 7],
                [8, 7, 7, 7]])
        """);
  }

  private static double accuracy(String printed, String label) {
    int at = printed.indexOf(label) + label.length();
    return Double.parseDouble(printed.substring(at, printed.indexOf('\n', at)).replace(',', '.'));
  }

  private static void delete(String name) throws IOException { Files.delete(Path.of(name)); }
}
