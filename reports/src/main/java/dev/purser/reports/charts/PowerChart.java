package dev.purser.reports.charts;

import dev.purser.simulator.units.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Lines on two logarithmic axes, where a power law is a straight line whose slope is the power.
 *
 * @param name name of the figure
 * @param title what it shows, in a few words
 * @param altText what a reader would see in it
 * @param xTitle title of the horizontal axis, with its unit
 * @param yTitle title of the vertical axis, with its unit
 * @param lines at least one
 */
public record PowerChart(String name, String title, String altText, String xTitle, String yTitle, List<Line> lines) {
    private static final int HEIGHT = 300;
    private static final float WIDTH = 1.4f;
    /** Room beyond the outermost points, as a factor. */
    private static final double ROOM = 1.15;
    /** From the lower end of an axis to its upper end, as a factor: as much always holds a label. */
    private static final double LEAST_SPAN = 2;

    public PowerChart {
        lines = List.copyOf(Check.notEmpty(lines, "lines of chart " + name));
    }

    /**
     * One line.
     *
     * @param label what it is, for the legend
     * @param x above 0
     * @param y above 0, as many
     */
    public record Line(String label, List<Double> x, List<Double> y) {
        public Line {
            Check.that(x.size() == y.size(), "values of line " + label, y.size(), "must be " + x.size());
            Stream.concat(x.stream(), y.stream()).forEach(value -> Check.positive(value, "value of line " + label));
            x = List.copyOf(x);
            y = List.copyOf(y);
        }

        private double[][] data() {
            return new double[][] {array(x), array(y)};
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** The figure. */
    public Figure draw() {
        DefaultXYDataset data = new DefaultXYDataset();
        LineRenderer renderer = new LineRenderer(data);
        List<LegendItem> legend = new ArrayList<>();
        for (Line line : lines) {
            int position = data.getSeriesCount();
            renderer.with(position, Style.line(position, WIDTH), Style.lineColor(position));
            legend.add(Style.lineItem(line.label(), Style.line(position, WIDTH), Style.lineColor(position)));
            data.addSeries(line.label(), line.data());
        }
        XYPlot plot = new XYPlot(
                data,
                axis(xTitle, lines.stream().map(Line::x)),
                axis(yTitle, lines.stream().map(Line::y)),
                renderer);
        Style.quiet(plot);
        plot.setFixedLegendItems(Style.legend(legend));
        return new Figure(name, title, altText, "", Style.WIDTH, HEIGHT, Style.chart(plot));
    }

    private static DecadeAxis axis(String title, Stream<List<Double>> values) {
        double[] all =
                values.flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
        double lowest = DoubleStream.of(all).min().orElseThrow();
        double highest = DoubleStream.of(all).max().orElseThrow();
        double room = Math.max(ROOM, Math.sqrt(LEAST_SPAN * lowest / highest));
        return new DecadeAxis(title, lowest / room, highest * room);
    }
}
