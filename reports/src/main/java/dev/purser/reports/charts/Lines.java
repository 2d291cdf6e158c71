package dev.purser.reports.charts;

import java.util.Arrays;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;

/** Builds line data from sampled values. */
final class Lines {
    private Lines() {}

    /** Adds {@code values} at the middles of their steps; infinite values become gaps. */
    static void add(DefaultXYDataset data, String key, TimeScale time, Sampled sampled, double[] values) {
        double[] x = new double[values.length];
        double[] y = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            x[i] = time.millis(Math.min(sampled.middleNanos(i), time.horizonNanos()));
            y[i] = Double.isInfinite(values[i]) ? Double.NaN : values[i];
        }
        data.addSeries(key, new double[][] {x, y});
    }

    /** Adds {@code values} as stairs: each holds from the start of its step to its end. */
    static void addSteps(DefaultXYDataset data, String key, TimeScale time, Sampled sampled, double[] values) {
        double[] x = new double[2 * values.length];
        double[] y = new double[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            x[2 * i] = time.millis((double) i * sampled.stepNanos());
            x[2 * i + 1] = time.millis(Math.min((i + 1.0) * sampled.stepNanos(), time.horizonNanos()));
            y[2 * i] = values[i];
            y[2 * i + 1] = values[i];
        }
        data.addSeries(key, new double[][] {x, y});
    }

    /** The largest finite value; 0 if there is none. */
    static double highest(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    }

    /** A plot of lines over time, without its time axis. */
    static XYPlot plot(DefaultXYDataset data, LineRenderer renderer, ValueAxis axis) {
        XYPlot plot = new XYPlot(data, null, axis, renderer);
        Style.quiet(plot);
        return plot;
    }
}
