package dev.purser.reports.charts;

import dev.purser.reports.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Intervals of several figures one below the other, each relative to its own central value, with the draws as dots. */
public final class RelativeIntervals {
    private static final int ROW_PIXELS = 26;
    private static final int FRAME_PIXELS = 85;
    private static final double DOT = 4.5;
    private static final float BAR = 9;
    private static final int LONGEST_LABEL = 36;
    private static final double ROOM = 1.12;

    /** Percents the axis reaches at least, so that nothing does not look like much. */
    private static final double LEAST_REACH = 1;

    private static final Shape CIRCLE = new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT);

    private RelativeIntervals() {}

    /**
     * One row.
     *
     * @param label what it is of
     * @param low lower end, relative to the central value: -0.02 for 2 % below
     * @param high upper end
     * @param draws the values behind it, likewise
     */
    public record Row(String label, double low, double high, double[] draws) {}

    /**
     * The figure.
     *
     * @param interval what the bars are, such as {@code 90 % interval}
     * @param draw what a dot is, such as {@code one replicate}
     * @param rows at least one, from top to bottom; finite
     */
    public static Figure of(String interval, String draw, String caption, List<Row> rows) {
        XYPlot plot = new XYPlot(bars(rows), differences(rows), names(rows), bars());
        plot.setDataset(1, dots(rows));
        plot.setRenderer(1, dots());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        Style.quiet(plot);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(Palette.GRID.color());
        plot.setDomainGridlineStroke(Style.THIN);
        plot.addDomainMarker(new ValueMarker(0, Palette.MUTED.color(), Style.THIN), Layer.BACKGROUND);
        plot.setInsets(new RectangleInsets(2, 2, 2, 16));
        plot.setFixedLegendItems(Style.legend(List.of(
                Style.fillItem(interval, Palette.LOAD.color()),
                Style.shapeItem(draw, CIRCLE, Palette.LINE_1.color()))));
        return new Figure(
                "calibration",
                "How far redrawn laws move the figures",
                altText(interval, rows),
                caption,
                Style.WIDTH,
                FRAME_PIXELS + ROW_PIXELS * rows.size(),
                Style.chart((Plot) plot));
    }

    private static NumberAxis differences(List<Row> rows) {
        double largest = rows.stream()
                .flatMapToDouble(row ->
                        DoubleStream.concat(DoubleStream.of(row.low(), row.high()), DoubleStream.of(row.draws())))
                .map(value -> 100 * Math.abs(value))
                .max()
                .orElse(0);
        double reach = Math.max(LEAST_REACH, ROOM * largest);
        NumberAxis axis = Style.numbers("Difference from the run (%)", reach, false);
        axis.setRange(-reach, reach);
        return axis;
    }

    private static SymbolAxis names(List<Row> rows) {
        SymbolAxis axis = new SymbolAxis(
                null,
                rows.stream()
                        .map(row -> Style.brief(row.label(), LONGEST_LABEL))
                        .toArray(String[]::new));
        Style.quiet(axis);
        axis.setGridBandsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(Style.LABEL);
        axis.setTickLabelInsets(new RectangleInsets(2, 4, 2, 8));
        axis.setInverted(true);
        axis.setRange(-0.6, rows.size() - 0.4);
        return axis;
    }

    private static DefaultXYDataset bars(List<Row> rows) {
        DefaultXYDataset data = new DefaultXYDataset();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            data.addSeries(i, new double[][] {{100 * row.low(), 100 * row.high()}, {i, i}});
        }
        return data;
    }

    private static XYLineAndShapeRenderer bars() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setDefaultStroke(new BasicStroke(BAR, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        renderer.setDefaultPaint(Palette.LOAD.color());
        return renderer;
    }

    private static DefaultXYDataset dots(List<Row> rows) {
        DefaultXYDataset data = new DefaultXYDataset();
        for (int i = 0; i < rows.size(); i++) {
            double row = i;
            double[] draws = DoubleStream.of(rows.get(i).draws())
                    .map(value -> 100 * value)
                    .toArray();
            double[] heights = DoubleStream.of(draws).map(value -> row).toArray();
            data.addSeries(i, new double[][] {draws, heights});
        }
        return data;
    }

    private static XYLineAndShapeRenderer dots() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setAutoPopulateSeriesShape(false);
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setDefaultShape(CIRCLE);
        renderer.setDefaultPaint(Palette.LINE_1.color());
        return renderer;
    }

    private static String altText(String interval, List<Row> rows) {
        StringBuilder text = new StringBuilder("Bars, each a " + interval + " relative to the run.");
        rows.forEach(row -> text.append(" ")
                .append(row.label())
                .append(": ")
                .append(signed(row.low()))
                .append(" to ")
                .append(signed(row.high()))
                .append("."));
        return text.toString();
    }

    private static String signed(double difference) {
        return (difference > 0 ? "+" : "") + Numbers.percent(difference);
    }
}
