package dev.jtorch.summary;

import static dev.jtorch.summary.ColumnSettings.KERNEL_SIZE;
import static dev.jtorch.summary.ColumnSettings.NUM_PARAMS;
import static dev.jtorch.summary.ColumnSettings.PARAMS_PERCENT;
import static dev.jtorch.summary.ColumnSettings.TRAINABLE;
import static dev.jtorch.summary.RowSettings.ASCII_ONLY;
import static dev.jtorch.summary.RowSettings.DEPTH;
import static dev.jtorch.summary.RowSettings.HIDE_RECURSIVE_LAYERS;
import static dev.jtorch.summary.RowSettings.VAR_NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jtorch.DType;
import dev.jtorch.Size;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.GoldenTables;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Summaries beside the tables that torchinfo printed, character for character; see goldens/summary/make.py. */
class TorchinfoTablesTest {
  private static final GoldenTables TABLES = new GoldenTables("summary/torchinfo.txt");
  private static final GoldenTables OPTIONS = new GoldenTables("summary/options.txt");
  private static final ColumnSettings[] ALL = ColumnSettings.values();

  static Stream<Arguments> nets() {
    return Stream.of(arguments("lenet", new SummaryNets.LeNet(), new long[] {1, 1, 8, 8}),
        arguments("lenet_batch_64", new SummaryNets.LeNet(), new long[] {64, 1, 8, 8}),
        arguments("deep", new SummaryNets.Deep(), new long[] {2, 3, 6, 6}),
        arguments("shared", new SummaryNets.Shared(), new long[] {5, 6}),
        arguments("lists", new SummaryNets.Lists(), new long[] {2, 4}),
        arguments("partly", new SummaryNets.Partly(), new long[] {3, 7}),
        arguments("wide", new SummaryNets.Wide(), new long[] {1, 8}),
        arguments("heavy", SummaryNets.heavy(), new long[] {2, 3, 64, 64}),
        arguments("leaf", new Linear(1000, 1000), new long[] {500, 1000}),
        arguments("nothing", new ReLU(), new long[] {3}),
        arguments("residual", new BranchedNets.Residual(), new long[] {2, 3, 16, 16}),
        arguments("unet", new BranchedNets.UNet(), new long[] {1, 3, 8, 12}),
        arguments("recurrent", new BranchedNets.Recurrent(), new long[] {2, 6, 3}),
        arguments("scales", new BranchedNets.Scales(), new long[] {1, 2, 10}),
        arguments("pruned", BranchedNets.pruned(), new long[] {5, 3}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nets") void table_isTorchinfos(String name, Layer net, long[] inputSize) {
    assertThat(Summary.of(net, inputSize)).hasToString(TABLES.table(name));
  }

  @Test void table_ofTwoInputs() {
    var net = new BranchedNets.Pair();
    assertThat(Summary.ofSizes(net, BranchedNets.Two::of, Size.of(2, 3), Size.of(2, 5)))
        .hasToString(TABLES.table("pair"));
    assertThat(Summary.ofSizes(net, BranchedNets.Two::of,
        o -> o.dtypes(DType.FLOAT32, DType.INT64).colNames(ALL).colWidth(14), Size.of(2, 3), Size.of(2, 5)))
        .hasToString(OPTIONS.table("pair_dtypes"));
    assertThat(Summary.ofSizes(net, BranchedNets.Two::of, o -> o.batchDim(0), Size.of(3), Size.of(5)))
        .hasToString(OPTIONS.table("pair_batch_dim"));
  }

  private static Arguments options(String name, Layer net, UnaryOperator<SummaryOptions> with, long... inputSize) {
    return arguments(name, net, with, inputSize);
  }

  static Stream<Arguments> deepOptions() {
    var deep = new SummaryNets.Deep();
    long[] size = {2, 3, 6, 6};
    return Stream.of(options("deep_depth_0", deep, o -> o.depth(0).colNames(ALL).colWidth(14), size),
        options("deep_depth_1", deep, o -> o.depth(1).colNames(ALL).colWidth(14), size),
        options("deep_depth_9", deep, o -> o.depth(9).colNames(ALL).colWidth(14), size),
        options("deep_names_ascii", deep, o -> o.depth(5).rowSettings(VAR_NAMES, ASCII_ONLY), size),
        options("deep_depth_and_names", deep, o -> o.rowSettings(DEPTH, VAR_NAMES), size),
        options("deep_no_settings", deep, o -> o.rowSettings(new RowSettings[0]), size));
  }

  static Stream<Arguments> otherOptions() {
    return Stream.of(
        options("lenet_all_columns", new SummaryNets.LeNet(), o -> o.colNames(ALL), 2, 1, 8, 8),
        options("residual_all_columns", new BranchedNets.Residual(), o -> o.colNames(ALL).colWidth(16), 1, 3, 16, 16),
        options("recurrent_all_columns", new BranchedNets.Recurrent(), o -> o.colNames(ALL).colWidth(14), 2, 6, 3),
        options("partly_all_columns", new SummaryNets.Partly(), o -> o.colNames(ALL).colWidth(12), 3, 7),
        options("nothing_all_columns", new ReLU(), o -> o.colNames(ALL).colWidth(12), 3),
        options("shared_once", new SummaryNets.Shared(),
            o -> o.rowSettings(DEPTH, HIDE_RECURSIVE_LAYERS, VAR_NAMES), 5, 6),
        options("one_column", new SummaryNets.Shared(), o -> o.colNames(PARAMS_PERCENT), 5, 6),
        options("no_columns", new SummaryNets.Shared(), o -> o.colNames(new ColumnSettings[0]), 5, 6),
        options("lenet_verbose", new SummaryNets.LeNet(), o -> o.verbose(true).colNames(ALL).colWidth(14), 1, 1, 8, 8),
        options("partly_verbose", new SummaryNets.Partly(), o -> o.verbose(true), 3, 7),
        options("pruned_verbose", BranchedNets.pruned(),
            o -> o.verbose(true).colNames(ALL).colWidth(14).rowSettings(ASCII_ONLY), 5, 3),
        options("recurrent_verbose", new BranchedNets.Recurrent(),
            o -> o.verbose(true).colNames(KERNEL_SIZE, NUM_PARAMS), 2, 6, 3),
        options("lenet_batch_dim", new SummaryNets.LeNet(), o -> o.batchDim(0), 1, 8, 8),
        options("scales_batch_dim", new BranchedNets.Scales(), o -> o.batchDim(0).colNames(ALL).colWidth(14), 2, 10),
        options("wide_batch_dim_1", new SummaryNets.Wide(), o -> o.batchDim(1).colNames(ALL).colWidth(14), 3, 8),
        options("residual_train", new BranchedNets.Residual(), o -> o.mode(Mode.TRAIN), 2, 3, 16, 16));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"deepOptions", "otherOptions"}) void table_withOptions(String name, Layer net,
      UnaryOperator<SummaryOptions> with, long[] inputSize) {
    assertThat(Summary.of(net, with, inputSize)).hasToString(OPTIONS.table(name));
  }

  @Test void table_withoutInput() {
    assertThat(Summary.of(new SummaryNets.Deep())).hasToString(OPTIONS.table("deep_no_input"));
    assertThat(
        Summary.of(new SummaryNets.Shared(), o -> o.colNames(KERNEL_SIZE, PARAMS_PERCENT, TRAINABLE, NUM_PARAMS)))
        .hasToString(OPTIONS.table("shared_no_input"));
    assertThat(Summary.of(new SummaryNets.Lists(), o -> o.depth(2).verbose(true)))
        .hasToString(OPTIONS.table("lists_no_input"));
  }

  @Test void everyTable_hasItsTest() {
    assertThat(TABLES.count()).isEqualTo(nets().count() + 1);
    assertThat(OPTIONS.count()).isEqualTo(deepOptions().count() + otherOptions().count() + 2 + 3);
  }
}
