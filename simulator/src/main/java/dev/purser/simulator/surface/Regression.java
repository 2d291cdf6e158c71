package dev.purser.simulator.surface;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How much is done in a time depends on how many requests come in it. With both counted in windows of equal length,
 * {@code done = mean + slope (requests - expected requests) + rest}; since the expected number is known, the mean does
 * not share the luck of the draw.
 *
 * @param mean expected amount per window
 * @param slope amount per request beyond the expected number
 * @param variance variance of the rest, per window
 * @param windows number of windows
 */
record Regression(double mean, double slope, double variance, int windows) {

    /** {@code expected} requests per window; NaN where they are not known, and then the slope is 0. */
    static Regression of(double[] done, double[] requests, double expected) {
        if (Double.isNaN(expected) || new Variance().evaluate(requests) == 0) {
            return new Regression(new Mean().evaluate(done), 0, new Variance().evaluate(done), done.length);
        }
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < done.length; i++) {
            line.addData(requests[i], done[i]);
        }
        return new Regression(line.predict(expected), line.getSlope(), line.getMeanSquareError(), done.length);
    }

    /** By how many percent more is done when {@code expected} requests become one percent more. */
    double elasticity(double expected) {
        return mean == 0 ? 1 : slope * expected / mean;
    }

    /** Half-width of the 95 % confidence interval of the mean over the mean; 0 where nothing is done. */
    double relativeHalfWidth() {
        return mean == 0 ? 0 : 2 * Math.sqrt(variance / windows) / mean;
    }
}
