package dev.jtorch.summary;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.TorchException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Summary} shows, and how it runs the network.
 *
 * <p>Differs from torchinfo: there is no {@code cache_forward_pass}, whose summaries can be wrong; {@code verbose} is its 2,
 * and never prints by itself.
 *
 * @param colNames the columns in order; null, unless said, means output shapes and numbers of parameters, the latter alone
 *     where there is no input
 * @param colWidth the width of each column; 25 unless said
 * @param depth how many levels below the root are shown; 3 unless said
 * @param rowSettings what rows say; their depth unless said
 * @param verbose also a row for each parameter of a shown module; not unless said
 * @param pass the forward pass
 */
public record SummaryOptions(@Nullable List<ColumnSettings> colNames, int colWidth, int depth,
    Set<RowSettings> rowSettings, boolean verbose, PassOptions pass) {
  static final SummaryOptions DEFAULT =
      new SummaryOptions(null, 25, 3, Set.of(RowSettings.DEPTH), false, PassOptions.DEFAULT);

  /** Keeps copies of the collections. */
  public SummaryOptions {
    colNames = colNames == null ? null : List.copyOf(colNames);
    rowSettings = Set.copyOf(rowSettings);
  }

  /** {@return these options with other columns} */
  public SummaryOptions colNames(ColumnSettings... columns) {
    return new SummaryOptions(List.of(columns), colWidth, depth, rowSettings, verbose, pass);
  }

  /** {@return these options with all columns of another width} */
  public SummaryOptions colWidth(int characters) {
    return new SummaryOptions(colNames, characters, depth, rowSettings, verbose, pass);
  }

  /** {@return these options with another number of levels} */
  public SummaryOptions depth(int levels) {
    return new SummaryOptions(colNames, colWidth, levels, rowSettings, verbose, pass);
  }

  /** {@return these options with these settings of rows alone} */
  public SummaryOptions rowSettings(RowSettings... settings) {
    Set<RowSettings> all = EnumSet.noneOf(RowSettings.class);
    all.addAll(List.of(settings));
    return new SummaryOptions(colNames, colWidth, depth, all, verbose, pass);
  }

  /** {@return these options with a row for each parameter, or without} */
  public SummaryOptions verbose(boolean on) {
    return new SummaryOptions(colNames, colWidth, depth, rowSettings, on, pass);
  }

  /** {@return these options with the batch's dimension, which the sizes of the input lack then} */
  public SummaryOptions batchDim(int dim) {
    return with(pass.batchDim(dim));
  }

  /** {@return these options with a device to which network and input are moved} */
  public SummaryOptions device(Device where) {
    return with(pass.device(where));
  }

  /** {@return these options with a dtype for each input} */
  public SummaryOptions dtypes(DType... types) {
    return with(pass.dtypes(List.of(types)));
  }

  /** {@return these options with the network in another mode} */
  public SummaryOptions mode(Mode mode) {
    return with(pass.mode(mode));
  }

  private SummaryOptions with(PassOptions changed) {
    return new SummaryOptions(colNames, colWidth, depth, rowSettings, verbose, changed);
  }

  /** Refuses what cannot be meant. */
  SummaryOptions checked() {
    require(colWidth > 0, "colWidth is " + colWidth + " (expected: > 0)");
    require(depth >= 0, "depth is " + depth + " (expected: >= 0)");
    Integer dim = pass.batchDim();
    require(dim == null || dim >= 0, "batchDim is " + dim + " (expected: >= 0)");
    return this;
  }

  /** These options for a summary without an input, of which some columns cannot be known. */
  SummaryOptions withoutInput() {
    if (colNames == null) return colNames(ColumnSettings.NUM_PARAMS);
    List<ColumnSettings> unknown = colNames.stream().filter(ColumnSettings::needsInput).toList();
    require(unknown.isEmpty(), "colNames has " + unknown + " (expected: an input, without which they are not known)");
    return this;
  }

  private static void require(boolean holds, String message) {
    if (!holds) throw new TorchException("Summary: " + message);
  }

  List<ColumnSettings> columns() {
    return colNames == null ? List.of(ColumnSettings.OUTPUT_SIZE, ColumnSettings.NUM_PARAMS) : colNames;
  }

  boolean has(RowSettings setting) {
    return rowSettings.contains(setting);
  }
}
