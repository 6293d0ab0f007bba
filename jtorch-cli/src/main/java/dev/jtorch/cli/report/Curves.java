package dev.jtorch.cli.report;

import dev.jtorch.optim.LossHistory.Axis;
import dev.jtorch.optim.LossHistory;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws loss and accuracy over the epochs, and the loss over all that it can be measured against. */
public final class Curves {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 320;
  /** Few epochs are shown as points, many as lines only. */
  private static final int MOST_MARKERS = 40;
  private static final int MOST_POINTS = 1000;
  private static final int MOST_LABELS = 10;
  private static final Map<Axis, String> PER =
      Map.of(Axis.EPOCH, "epoch", Axis.ITERATION, "iteration", Axis.IMAGES, "images seen", Axis.SECONDS, "time");

  private Curves() {}

  /** {@return the plot as PNG} */
  public static byte[] of(History history) {
    XYChart loss = chart("Loss", history, EpochResult::loss, EpochResult::testLoss);
    loss.getStyler().setYAxisMin(0.0);
    loss.getStyler().setLegendPosition(LegendPosition.InsideNE);
    XYChart accuracy = chart("Accuracy in %", history, e -> 100 * e.trainAccuracy(), e -> 100 * e.testAccuracy());
    accuracy.getStyler().setYAxisMax(100.0);
    accuracy.getStyler().setLegendPosition(LegendPosition.InsideSE);
    return Plots.png(2 * WIDTH, HEIGHT, graphics -> {
      paint(loss, graphics, 0, 0);
      paint(accuracy, graphics, WIDTH, 0);
    });
  }

  /** {@return the loss per epoch, iteration, images seen and second, as one PNG} */
  public static byte[] ofLosses(History history, LossHistory losses) {
    return Plots.png(2 * WIDTH, 2 * HEIGHT, graphics -> {
      paint(lossChart(Axis.EPOCH, history, losses), graphics, 0, 0);
      paint(lossChart(Axis.ITERATION, history, losses), graphics, WIDTH, 0);
      paint(lossChart(Axis.IMAGES, history, losses), graphics, 0, HEIGHT);
      paint(lossChart(Axis.SECONDS, history, losses), graphics, WIDTH, HEIGHT);
    });
  }

  private static XYChart lossChart(Axis axis, History history, LossHistory losses) {
    String unit = axis == Axis.IMAGES ? "images seen" : axis.name().toLowerCase(Locale.ROOT);
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title("Loss per " + PER.get(axis)).xAxisTitle(unit)
        .build();
    double[] x = thinned(losses.positions(axis));
    boolean epochs = axis == Axis.EPOCH;
    style(chart.getStyler(), epochs ? 1 : 0, epochs ? Math.max(2, x[x.length - 1]) : x[x.length - 1]);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
    XYSeries train = chart.addSeries("train", x, thinned(losses.losses(axis)));
    XYSeries test = chart.addSeries("test", history.column(e -> losses.endOf(e.epoch(), axis)),
        history.column(EpochResult::testLoss));
    if (x.length > MOST_MARKERS) train.setMarker(SeriesMarkers.NONE);
    if (history.epochs().size() > MOST_MARKERS) test.setMarker(SeriesMarkers.NONE);
    return chart;
  }

  /** Means of equally many neighbours, where there are more values than a plot can show. */
  private static double[] thinned(double[] values) {
    int stride = 1 + (values.length - 1) / MOST_POINTS;
    return IntStream.iterate(0, from -> from < values.length, from -> from + stride)
        .mapToDouble(
            from -> Arrays.stream(values, from, Math.min(from + stride, values.length)).average().orElseThrow())
        .toArray();
  }

  private static void paint(XYChart chart, Graphics2D graphics, int x, int y) {
    var part = (Graphics2D) graphics.create(x, y, WIDTH, HEIGHT);
    chart.paint(part, WIDTH, HEIGHT);
    part.dispose();
  }

  private static XYChart chart(String title, History history, ToDoubleFunction<EpochResult> train,
      ToDoubleFunction<EpochResult> test) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("epoch").build();
    style(chart.getStyler(), 1, Math.max(history.epochs().size(), 2));
    double[] epochs = history.column(EpochResult::epoch);
    chart.addSeries("train", epochs, history.column(train));
    chart.addSeries("test", epochs, history.column(test));
    if (epochs.length > MOST_MARKERS) {
      chart.getSeriesMap().values().forEach(series -> series.setMarker(SeriesMarkers.NONE));
    }
    return chart;
  }

  private static void style(XYStyler style, double from, double to) {
    style.setChartBackgroundColor(Color.WHITE);
    style.setChartFontColor(Plots.INK);
    style.setChartTitleBoxVisible(false);
    style.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setLegendBorderColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setPlotGridVerticalLinesVisible(false);
    style.setPlotGridLinesColor(Plots.FAINT);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setSeriesColors(new Color[] {Plots.BLUE, Plots.ORANGE});
    style.setSeriesMarkers(new Marker[] {SeriesMarkers.CIRCLE, SeriesMarkers.CIRCLE});
    style.setSeriesLines(new BasicStroke[] {new BasicStroke(2), new BasicStroke(2)});
    style.setMarkerSize(5);
    style.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    style.setLocale(Locale.ROOT);
    style.setXAxisMin(from);
    style.setXAxisMax(to);
    style.setXAxisMaxLabelCount((int) Math.max(2, Math.min(to, MOST_LABELS)));
    style.setXAxisDecimalPattern(to < MOST_LABELS && from == 0 ? "0.#" : "0");
  }
}
