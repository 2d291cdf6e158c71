package dev.purser.calibration.fit;

import dev.purser.simulator.hardware.Spread;
import java.util.SortedMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The sigma whose quantiles exp(sigma z - sigma^2 / 2), z the standard normal quantile, lie nearest to the measured
 * ones in the squared difference of the logarithms.
 */
final class LogNormalFit {
    /** Beyond it the 99th percentile of a factor would pass 14 times its mean, or sink below it. */
    private static final double LARGEST_SIGMA = 2.0;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private LogNormalFit() {}

    static Spread fit(SortedMap<Double, Double> factors) {
        BrentOptimizer search = new BrentOptimizer(1e-9, 1e-12);
        double sigma = search.optimize(
                        new UnivariateObjectiveFunction(candidate -> squares(candidate, factors)),
                        GoalType.MINIMIZE,
                        new SearchInterval(0, LARGEST_SIGMA),
                        new MaxEval(1000))
                .getPoint();
        return new Spread.LogNormal(sigma);
    }

    /** The {@code probability} quantile of a lognormal factor of mean 1. */
    static double quantile(double sigma, double probability) {
        return Math.exp(sigma * NORMAL.inverseCumulativeProbability(probability) - 0.5 * sigma * sigma);
    }

    private static double squares(double sigma, SortedMap<Double, Double> factors) {
        double sum = 0;
        for (var factor : factors.entrySet()) {
            double gap = Math.log(quantile(sigma, factor.getKey()) / factor.getValue());
            sum += gap * gap;
        }
        return sum;
    }
}
