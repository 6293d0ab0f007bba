package dev.jtorch.vision.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.data.DataLoader;
import dev.jtorch.data.Example;
import dev.jtorch.data.TensorDataset;
import dev.jtorch.testing.GoldenFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded digits beside what Python says of scikit-learn's, see goldens/digits/make.py. */
class DigitsTest {
  private static Map<String, String> facts = Map.of();

  @BeforeAll static void read() {
    facts = GoldenFile.text("digits/facts.txt").lines().filter(line -> line.contains("\t"))
        .collect(Collectors.toMap(line -> line.split("\t")[0], line -> line.split("\t")[1]));
  }

  private static TensorDataset part(String name) { return name.equals("train") ? Digits.train() : Digits.test(); }

  private static String image(Example sample) { return Arrays.toString(sample.input().flatten().toDoubleArray()); }

  @ParameterizedTest
  @ValueSource(strings = {"train", "test"}) void labels_arePythons(String name) {
    TensorDataset digits = part(name);
    var counts = new long[10];
    for (long label : digits.targets().toLongArray()) counts[(int) label]++;
    assertThat(digits.size()).hasToString(facts.get(name + ".size"));
    assertThat(Arrays.toString(counts)).isEqualTo(facts.get(name + ".counts"));
    assertThat(LongStream.range(0, 12).mapToObj(i -> digits.get(i).target().itemLong()).toList())
        .hasToString(facts.get(name + ".first_labels"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "test"}) void pixels_arePythons(String name) {
    TensorDataset digits = part(name);
    Tensor inputs = digits.inputs().to(DType.FLOAT64);
    assertThat(inputs.shape()).isEqualTo(digits.inputs().shape());
    assertThat(new ArrayList<>(inputs.shape())).hasToString(facts.get(name + ".shape"));
    assertThat(image(digits.get(0))).isEqualTo(facts.get(name + ".first_image"));
    assertThat(image(digits.get(-1))).isEqualTo(facts.get(name + ".last_image"));
    assertThat(inputs.sum().item()).hasToString(facts.get(name + ".sum"));
    assertThat(inputs.flatten(1).sum(1).mul(digits.targets()).sum().item())
        .hasToString(facts.get(name + ".sum_by_label"));
  }

  @Test void sample_isAnImageAndItsDigit() {
    Example sample = Digits.train().get(3);
    assertThat(sample.input().dtype()).isEqualTo(DType.FLOAT32);
    assertThat(sample.input().shape()).containsExactly(1L, 8L, 8L);
    assertThat(sample.target().dtype()).isEqualTo(DType.INT64);
    assertThat(sample.target().dim()).isZero();
  }

  @Test void loader_makesBatchesOfThem() {
    var loader = new DataLoader<>(Digits.train(), o -> o.batchSize(64).shuffle(true).workers(2));
    long seen = 0;
    for (Example batch : loader) seen += batch.input().size(0);
    assertThat(loader.size()).isEqualTo(23);
    assertThat(seen).isEqualTo(1437);
  }
}
