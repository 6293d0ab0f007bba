package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Networks by name. */
class ModelsTest {
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
}
