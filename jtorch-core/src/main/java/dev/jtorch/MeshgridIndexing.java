package dev.jtorch;

/** The order of a grid's first two dimensions, see {@link Torch#meshgrid(MeshgridIndexing, Tensor...)}. */
public enum MeshgridIndexing {
  /** Rows first, as in a matrix. */
  IJ("ij"),
  /** Columns first, as in a plot. */
  XY("xy");

  private final String torchName;

  MeshgridIndexing(String torchName) {
    this.torchName = torchName;
  }

  String torchName() { return torchName; }
}
