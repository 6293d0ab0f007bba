package dev.jtorch.vision.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageNetLabelsTest {
  @Test void labels_areTorchvisions() {
    assertThat(ImageNetLabels.all()).hasSize(1000).doesNotHaveDuplicates().startsWith("tench", "goldfish",
        "great white shark").endsWith("bolete", "ear", "toilet tissue");
    assertThat(ImageNetLabels.of(281)).isEqualTo("tabby");
    assertThat(ImageNetLabels.of(134)).isEqualTo("crane bird");
    assertThat(ImageNetLabels.of(517)).isEqualTo("crane");
    assertThat(ImageNetLabels.all().stream().mapToInt(String::length).sum()).isEqualTo(9488);
  }
}
