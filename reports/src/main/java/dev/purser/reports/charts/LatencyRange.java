package dev.purser.reports.charts;

import java.util.List;
import org.jfree.chart.axis.ValueAxis;

/**
 * The span of a latency axis.
 *
 * @param lowest its lower end, in milliseconds
 * @param highest its upper end, in milliseconds
 * @param logarithmic whether steps on it multiply
 */
record LatencyRange(double lowest, double highest, boolean logarithmic) {
    /** Room above the data for the panel's name. */
    private static final double HEADROOM = 1.22;

    /** Where marks stand that have no value, as a share of the axis. */
    private static final double MARKS = 0.94;

    /** A linear span unless the values differ by more than a factor of {@code linearRange}. */
    static LatencyRange of(List<Double> values, double linearRange) {
        List<Double> known = values.stream()
                .filter(value -> Double.isFinite(value) && value > 0)
                .sorted()
                .toList();
        if (known.isEmpty()) {
            return new LatencyRange(0, 1, false);
        }
        double smallest = known.get(0);
        double largest = known.get(known.size() - 1);
        return largest > linearRange * smallest
                ? new LatencyRange(smallest / 1.5, largest * 2.5, true)
                : new LatencyRange(0, largest * HEADROOM, false);
    }

    ValueAxis axis(String title) {
        return logarithmic ? new DecadeAxis(title, lowest, highest) : Style.numbers(title, highest, false);
    }

    /** A value just below the upper end. */
    double nearTop() {
        return logarithmic ? lowest * Math.pow(highest / lowest, MARKS) : highest * MARKS;
    }
}
