package dev.jtorch.io;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.Adam;
import dev.jtorch.optim.AdamW;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.SGD;
import dev.jtorch.optim.scheduler.CosineAnnealingLR;
import dev.jtorch.optim.scheduler.ExponentialLR;
import dev.jtorch.optim.scheduler.LRScheduler;
import dev.jtorch.optim.scheduler.LinearLR;
import dev.jtorch.optim.scheduler.MultiStepLR;
import dev.jtorch.optim.scheduler.StepLR;
import dev.jtorch.testing.GoldenFile;
import dev.jtorch.testing.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training that real PyTorch began goes on here; {@code goldens/training/check_written.py} shows the other way. */
class PythonTrainingTest {
  private static final Path WRITTEN = Path.of("target/written/training");

  private static Optimizer<?> optimizerOf(String name, Linear net) {
    var weight = List.of(net.weight);
    var bias = List.of(Objects.requireNonNull(net.bias));
    return switch (name) {
      case "sgd" ->
          new SGD(List.of(SGD.group(weight), SGD.group(bias, o -> o.lr(0.05).weightDecay(0.1))), o -> o.lr(0.1));
      case "sgd_momentum" -> new SGD(List.of(SGD.group(weight), SGD.group(bias, o -> o.lr(0.05).weightDecay(0.1))),
          o -> o.lr(0.1).momentum(0.9).nesterov(true));
      case "adam" -> new Adam(List.of(Adam.group(weight), Adam.group(bias, o -> o.lr(0.05).weightDecay(0.1))),
          o -> o.lr(0.1));
      case "adam_amsgrad" -> new Adam(List.of(Adam.group(weight), Adam.group(bias, o -> o.lr(0.05).weightDecay(0.1))),
          o -> o.lr(0.1).amsgrad(true));
      default -> new AdamW(List.of(AdamW.group(weight), AdamW.group(bias, o -> o.lr(0.05).weightDecay(0.1))),
          o -> o.lr(0.1));
    };
  }

  private static LRScheduler schedulerOf(String name, Optimizer<?> optimizer) {
    return switch (name) {
      case "sgd" -> new StepLR(optimizer, 2, o -> o.gamma(0.5));
      case "sgd_momentum" -> new MultiStepLR(optimizer, List.of(2, 5), o -> o.gamma(0.5));
      case "adam" -> new ExponentialLR(optimizer, 0.9);
      case "adam_amsgrad" -> new CosineAnnealingLR(optimizer, 10);
      default -> new LinearLR(optimizer, o -> o.totalIters(5));
    };
  }

  private record Training(Linear net, Optimizer<?> optimizer, LRScheduler scheduler) {
    static Training begin(String name) {
      var net = new Linear(3, 2);
      try (var quiet = Torch.noGrad()) {
        for (Tensor p : net.parameters())
          p.copy_(Torch.arange(p.numel()).view(p.shape().toLongArray()).div(8).sub(0.25));
      }
      Optimizer<?> optimizer = optimizerOf(name, net);
      return new Training(net, optimizer, schedulerOf(name, optimizer));
    }

    void train(int from, int until) {
      for (int number = from; number < until; number++) {
        try (var step = Scope.open()) {
          Tensor x = Torch.arange(12).view(4, 3).div(8).sub(number / 4.0);
          optimizer.zeroGrad();
          F.mseLoss(net.call(x), x.narrow(1, 0, 2).pow(2)).backward();
          optimizer.step();
          scheduler.step();
        }
      }
    }

    TrainingState state() {
      return new TrainingState().model("model", net::stateDict, net::loadStateDict)
          .part("optimizer", optimizer::stateDict, optimizer::loadStateDict)
          .part("scheduler", scheduler::stateDict, scheduler::loadStateDict);
    }
  }

  @Row({"S4-083", "S4-092"})
  @ParameterizedTest
  @ValueSource(strings = {"sgd", "sgd_momentum", "adam", "adam_amsgrad", "adamw"}) void goesOnAsInPython(String name)
      throws IOException {
    Path python = GoldenFile.path("training/" + name + ".pt");
    Checkpoint saved = Checkpoint.load(python);
    Training resumed = Training.begin(name);
    resumed.net.loadStateDict(saved.stateDict("model"));
    resumed.optimizer.loadStateDict(saved.map("optimizer"));
    resumed.scheduler.loadStateDict(saved.map("scheduler"));
    resumed.train(3, 7);
    saved.stateDict("end").forEach((key, end) -> assertThat(resumed.net.stateDict().get(key)).isCloseTo(end));
    assertThat(resumed.scheduler.lastLr()).isEqualTo(saved.list("end_lr"));

    Training own = Training.begin(name);
    own.train(0, 3);
    Files.createDirectories(WRITTEN);
    Checkpoint.save(own.state().take(), WRITTEN.resolve(name + ".pt"));
  }
}
