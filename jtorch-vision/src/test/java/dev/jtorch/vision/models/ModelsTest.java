package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.StateDictException;
import dev.jtorch.testing.Row;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks by name. */
class ModelsTest {
  @TempDir private Path folder;

  @Test void names_areSortedAsPythonSortsThem() {
    assertThat(Models.listModels()).contains("resnet18", "wide_resnet101_2").isSorted().doesNotHaveDuplicates();
    assertThat(Models.listModels().indexOf("resnet101")).isLessThan(Models.listModels().indexOf("resnet18"));
  }

  @Test void model_ofAName() {
    assertThat(Models.getModel("resnet18")).isInstanceOfSatisfying(ResNet.class,
        net -> assertThat(net.options().numClasses()).isEqualTo(1000));
    assertThat(Models.getModel("ResNet18", 7).toString()).contains("(fc): Linear(in_features=512, out_features=7");
    assertThat(Models.getModelBuilder("resnext50_32x4d").apply(3)).isInstanceOfSatisfying(ResNet.class,
        net -> assertThat(net.options().groups()).isEqualTo(32));
  }

  @Test void model_ofNoName() {
    assertThatThrownBy(() -> Models.getModel("ResNet19")).isInstanceOf(UnknownModelException.class)
        .hasMessage("Unknown model resnet19; Models.listModels() gives the names");
  }

  /** The keys are torchvision's, see {@link ZooGoldenTest}. */
  @Row("S4-188") @Test void weights_ofAFile() {
    Path file = folder.resolve("squeezenet.pth");
    StateDict saved = SqueezeNet.squeezenet1_1().stateDict();
    saved.save(file);
    Layer loaded = Models.getModel("squeezenet1_1", file);
    assertThat(GoldenNets.values(loaded.stateDict().values())).isEqualTo(GoldenNets.values(saved.values()));
    Models.getModel("squeezenet1_1", 5).stateDict().save(file);
    assertThat(Models.getModel("squeezenet1_1", 5, file)).isInstanceOf(SqueezeNet.class);
  }

  @Row("S4-188") @Test void weights_thatAreNotThere() {
    Path file = folder.resolve("net.pth");
    assertThatThrownBy(() -> Models.getModel("squeezenet1_1", file)).isInstanceOf(CheckpointException.class)
        .hasMessage("net.pth: there is no such file (expected: weights of squeezenet1_1 that"
            + " torch.save(net.state_dict(), ..) wrote); JTorch has none of its own");
    StateDict partial = SqueezeNet.squeezenet1_1().stateDict();
    partial.remove("classifier.1.bias");
    partial.save(file);
    assertThatThrownBy(() -> Models.getModel("squeezenet1_1", file)).isInstanceOf(StateDictException.class)
        .hasMessage("SqueezeNet: 1 missing key: classifier.1.bias");
    assertThatThrownBy(() -> Models.getModel("squeezenet1_1", 3, file)).isInstanceOf(StateDictException.class)
        .hasMessageContaining("1 size mismatch: classifier.1.weight is (1000, 512, 1, 1) in the state, (3, 512, 1, 1)");
  }
}
