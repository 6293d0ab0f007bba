package dev.jtorch.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets cells between nested brackets, one pair a dimension.
 *
 * <p>Rows wrap at the line width; blocks of {@code n} dimensions are parted by {@code n} line ends, so that the eye
 * finds the matrices of a batch; what a summary leaves out is an ellipsis.
 */
final class Brackets {
  private final ElementTexts cells;
  private final Edges edges;
  private final int lineWidth;
  private final StringBuilder out = new StringBuilder();

  private Brackets(ElementTexts cells, Edges edges, int lineWidth) {
    this.cells = cells;
    this.edges = edges;
    this.lineWidth = lineWidth;
  }

  /** {@return the text of the elements, for a place that starts in column {@code indent}} */
  static String around(ElementTexts cells, Edges edges, int lineWidth, int indent) {
    if (edges.rank() == 0) { return cells.texts().get(0); }
    var brackets = new Brackets(cells, edges, lineWidth);
    brackets.block(0, 0, indent);
    return brackets.out.toString();
  }

  /** Appends dimension {@code dim} of the block whose elements begin at cell {@code start}. */
  private void block(int dim, int start, int indent) {
    out.append('[');
    if (dim == edges.rank() - 1) {
      row(dim, start, indent);
    } else {
      blocks(dim, start, indent);
    }
    out.append(']');
  }

  private void blocks(int dim, int start, int indent) {
    String between = "," + "\n".repeat(edges.rank() - 1 - dim) + " ".repeat(indent + 1);
    int stride = stride(dim);
    String separator = "";
    for (int i = 0; i < edges.size(dim); i++) {
      separator = appendCut(dim, i, separator, between);
      out.append(separator);
      block(dim + 1, start + i * stride, indent + 1);
      separator = between;
    }
    appendCut(dim, edges.size(dim), separator, between);
  }

  /** Appends the ellipsis if it belongs before block {@code i}; returns the separator that the block then needs. */
  private String appendCut(int dim, int i, String separator, String between) {
    // with no edge items both ends are position 0, which only the call behind the (empty) loop sees
    if (!edges.cuts(dim) || i != edges.items()) { return separator; }
    out.append(separator).append("...");
    return between;
  }

  private void row(int dim, int start, int indent) {
    List<String> items = items(dim, start);
    // two more for the comma and the space behind each element
    int perLine = Math.max(1, (lineWidth - indent) / (cells.width() + 2));
    String lineEnd = ",\n" + " ".repeat(indent + 1);
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : i % perLine == 0 ? lineEnd : ", ").append(items.get(i));
    }
  }

  private List<String> items(int dim, int start) {
    int size = edges.size(dim);
    var items = new ArrayList<>(cells.texts().subList(start, start + size));
    if (edges.cuts(dim)) {
      // the space is Python's: a cut row reads "2,  ..., 7"
      items.add(edges.items(), edges.items() == 0 ? "..." : " ...");
    }
    return items;
  }

  private int stride(int dim) {
    int stride = 1;
    for (int inner = dim + 1; inner < edges.rank(); inner++) {
      stride *= edges.size(inner);
    }
    return stride;
  }
}
