package dev.jtorch.cli.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws loss and accuracy over the epochs, side by side. */
public final class Curves {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 320;
  /** Few epochs are shown as points, many as lines only. */
  private static final int MOST_MARKERS = 40;

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
      paint(loss, graphics, 0);
      paint(accuracy, graphics, WIDTH);
    });
  }

  private static void paint(XYChart chart, Graphics2D graphics, int x) {
    var part = (Graphics2D) graphics.create(x, 0, WIDTH, HEIGHT);
    chart.paint(part, WIDTH, HEIGHT);
    part.dispose();
  }

  private static XYChart chart(String title, History history, ToDoubleFunction<EpochResult> train,
      ToDoubleFunction<EpochResult> test) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("epoch").build();
    style(chart.getStyler(), history.epochs().size());
    double[] epochs = history.column(EpochResult::epoch);
    chart.addSeries("train", epochs, history.column(train));
    chart.addSeries("test", epochs, history.column(test));
    if (epochs.length > MOST_MARKERS) {
      chart.getSeriesMap().values().forEach(series -> series.setMarker(SeriesMarkers.NONE));
    }
    return chart;
  }

  private static void style(XYStyler style, int epochs) {
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
    style.setXAxisMin(1.0);
    style.setXAxisMax((double) Math.max(epochs, 2));
    style.setXAxisMaxLabelCount(Math.min(epochs, 10));
    style.setXAxisDecimalPattern("0");
  }
}
