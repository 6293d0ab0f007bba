package dev.jtorch.cli.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/**
 * Draws a confusion matrix: a row for what an image is, a column for what it was taken for.
 *
 * <p>Right answers are blue and mistakes orange, each shaded by its share of the row; XChart's heat map has one colour of
 * text for all cells, unreadable on half of them.
 */
public final class ConfusionPlot {
  private static final int MARGIN = 16;
  private static final int TITLE = 44;
  private static final int AXIS = 24;
  private static final int LETTER = 7;
  private static final int LONGEST_LABEL = 16;

  private final ConfusionMatrix matrix;
  private final int cell;
  private final int labels;
  private final int left;
  private final int top;

  private ConfusionPlot(ConfusionMatrix matrix) {
    this.matrix = matrix;
    int classes = matrix.classes().size();
    cell = Math.max(22, Math.min(44, 660 / classes));
    int longest = matrix.classes().stream().mapToInt(String::length).max().orElse(0);
    labels = 14 + LETTER * Math.min(longest, LONGEST_LABEL);
    left = MARGIN + AXIS + labels;
    top = TITLE + AXIS + (slanted() ? labels : AXIS);
  }

  /** {@return the plot as PNG} */
  public static byte[] of(ConfusionMatrix matrix) {
    var plot = new ConfusionPlot(matrix);
    int size = plot.cell * matrix.classes().size();
    return Plots.png(plot.left + size + MARGIN, plot.top + size + MARGIN, plot::draw);
  }

  private boolean slanted() { return labels > cell; }

  private void draw(Graphics2D graphics) {
    int size = cell * matrix.classes().size();
    graphics.setColor(Plots.INK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    centred(graphics, "Confusion matrix", left + size / 2, MARGIN + 12);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    centred(graphics, "predicted", left + size / 2, TITLE + AXIS / 2);
    turned(graphics, "actual", MARGIN + AXIS / 2, top + size / 2);
    for (int i = 0; i < matrix.classes().size(); i++) {
      label(graphics, i);
      for (int j = 0; j < matrix.classes().size(); j++) cell(graphics, i, j);
    }
  }

  private void label(Graphics2D graphics, int index) {
    String name = matrix.classes().get(index);
    if (name.length() > LONGEST_LABEL) name = name.substring(0, LONGEST_LABEL - 1) + "…";
    int middle = index * cell + cell / 2;
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    graphics.setColor(Plots.INK);
    int width = graphics.getFontMetrics().stringWidth(name);
    centred(graphics, name, left - 8 - width / 2, top + middle);
    if (slanted()) turned(graphics, name, left + middle, top - 8 - width / 2);
    else centred(graphics, name, left + middle, top - AXIS / 2);
  }

  private void cell(Graphics2D graphics, int actual, int predicted) {
    long count = matrix.count(actual, predicted);
    double share = matrix.actual(actual) == 0 ? 0 : (double) count / matrix.actual(actual);
    boolean right = actual == predicted;
    // A single mistake among hundreds must still be seen, so mistakes start at a visible shade.
    double shade = count == 0 ? 0 : right ? share : 0.25 + 0.75 * share;
    int x = left + predicted * cell;
    int y = top + actual * cell;
    graphics.setColor(mix(right ? Plots.BLUE : Plots.ORANGE, shade));
    graphics.fillRect(x, y, cell - 1, cell - 1);
    if (count == 0) return;
    graphics.setColor(shade > 0.55 ? Color.WHITE : Plots.INK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, count > 999 ? 10 : 12));
    centred(graphics, String.valueOf(count), x + cell / 2, y + cell / 2);
  }

  /** A colour thinned with a very light grey. */
  private static Color mix(Color colour, double share) {
    return new Color(channel(colour.getRed(), share), channel(colour.getGreen(), share),
        channel(colour.getBlue(), share));
  }

  private static int channel(int value, double share) { return (int) Math.round(245 + (value - 245) * share); }

  private static void centred(Graphics2D graphics, String text, int x, int y) {
    var metrics = graphics.getFontMetrics();
    graphics.drawString(text, x - metrics.stringWidth(text) / 2f,
        y + (metrics.getAscent() - metrics.getDescent()) / 2f);
  }

  /** Draws text that reads upwards around a centre. */
  private static void turned(Graphics2D graphics, String text, int x, int y) {
    AffineTransform before = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, x, y);
    centred(graphics, text, x, y);
    graphics.setTransform(before);
  }
}
