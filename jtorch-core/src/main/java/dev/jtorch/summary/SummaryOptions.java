package dev.jtorch.summary;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.FluentOptions;
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
 */
public final class SummaryOptions extends FluentOptions<SummaryOptions> {
  private @Nullable List<ColumnSettings> colNames;
  private int colWidth = 25;
  private int depth = 3;
  private Set<RowSettings> rowSettings = Set.of(RowSettings.DEPTH);
  private boolean verbose = false;
  private PassOptions pass = new PassOptions();

  /** The columns in order; default output shapes and numbers of parameters, without an input only the latter. */
  public SummaryOptions colNames(ColumnSettings... colNames) {
    return with(o -> o.colNames = List.of(colNames));
  }

  public @Nullable List<ColumnSettings> colNames() { return colNames; }

  /** The width of each column; default 25. */
  public SummaryOptions colWidth(int colWidth) {
    return with(o -> o.colWidth = colWidth);
  }

  public int colWidth() { return colWidth; }

  /** Number of levels below the root that are shown; default 3. */
  public SummaryOptions depth(int depth) {
    return with(o -> o.depth = depth);
  }

  public int depth() { return depth; }

  /** {@return these options with these settings of rows alone} */
  public SummaryOptions rowSettings(RowSettings... settings) {
    Set<RowSettings> all = EnumSet.noneOf(RowSettings.class);
    all.addAll(List.of(settings));
    return with(o -> o.rowSettings = all);
  }

  /** Also a row for each parameter of a shown module; default false. */
  public SummaryOptions verbose(boolean verbose) {
    return with(o -> o.verbose = verbose);
  }

  public boolean verbose() { return verbose; }

  /** {@return these options with the batch's dimension, which the sizes of the input lack then} */
  public SummaryOptions batchDim(int dim) {
    return with(o -> o.pass = pass.batchDim(dim));
  }

  /** {@return these options with a device to which network and input are moved} */
  public SummaryOptions device(Device where) {
    return with(o -> o.pass = pass.device(where));
  }

  /** {@return these options with a dtype for each input} */
  public SummaryOptions dtypes(DType... types) {
    return with(o -> o.pass = pass.dtypes(List.of(types)));
  }

  /** {@return these options with the network in another mode} */
  public SummaryOptions mode(Mode mode) {
    return with(o -> o.pass = pass.mode(mode));
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

  /** {@return what rows say; default their depth} */
  public Set<RowSettings> rowSettings() { return rowSettings; }

  /** {@return the forward pass} */
  public PassOptions pass() { return pass; }

  @Override protected void validate() {
    colNames = colNames == null ? null : List.copyOf(colNames);
    rowSettings = Set.copyOf(rowSettings);
  }
}
