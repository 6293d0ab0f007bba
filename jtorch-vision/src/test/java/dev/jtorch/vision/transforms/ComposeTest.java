package dev.jtorch.vision.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.DataLoader;
import dev.jtorch.data.Example;
import dev.jtorch.vision.datasets.Digits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeTest {
  private static final Compose USUAL = new Compose(new Resize(256), new CenterCrop(224), new ToTensor(),
      new Normalize(new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225}));

  @Test void transforms_areAppliedInOrder() {
    Tensor image = Torch.randint(0, 256, 3, 300, 400).to(DType.UINT8);
    try (var scope = Scope.open()) {
      Tensor seen = USUAL.apply(image);
      assertThat(scope.size()).as("steps in between are freed").isEqualTo(1);
      assertThat(seen.equal(new ImageClassification(224).apply(image))).isTrue();
    }
    assertThat(new Compose(x -> x.add(1), x -> x.mul(2)).apply(Torch.ones(1)).item()).isEqualTo(4);
    assertThat(new Compose(List.of(USUAL, new Resize(8, 9))).apply(image).shape()).containsExactly(3L, 8L, 9L);
  }

  @Test void withoutTransforms_imagesPass() {
    Tensor image = Torch.ones(1);
    assertThat(new Compose().apply(image)).isSameAs(image);
    assertThat(new Compose()).hasToString("Compose(\n)");
  }

  /** What print(transforms.Compose([..])) prints with torchvision 0.25. */
  @Test void text_isTorchvisions() {
    assertThat(USUAL).hasToString("""
        Compose(
            Resize(size=256, interpolation=bilinear, max_size=None, antialias=True)
            CenterCrop(size=(224, 224))
            ToTensor()
            Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225])
        )""");
    assertThat(new Resize(3, 4, o -> o.interpolation(InterpolationMode.NEAREST_EXACT).antialias(false)))
        .hasToString("Resize(size=(3, 4), interpolation=nearest-exact, max_size=None, antialias=False)");
  }

  @Test void dataSets_takeTransforms() {
    var transform = new Compose(new Resize(16), new Normalize(new double[] {0.5}, new double[] {0.5}));
    var loader = new DataLoader<>(Digits.test(transform), o -> o.batchSize(32).workers(2));
    for (var it : loader.indexed()) {
      Example batch = it.value();
      assertThat(batch.input().shape()).containsExactly(batch.target().size(0), 1L, 16L, 16L);
    }
    Example plain = Digits.train().get(5);
    Example sample = Digits.train(transform).get(5);
    assertThat(sample.input().equal(transform.apply(plain.input()))).isTrue();
    assertThat(sample.target().itemLong()).isEqualTo(plain.target().itemLong());
  }
}
