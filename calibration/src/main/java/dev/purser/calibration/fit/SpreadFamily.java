package dev.purser.calibration.fit;

import dev.purser.simulator.hardware.Spread;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.special.Gamma;

/** The spreads that raw times relative to their mean are held against, simplest first. */
public enum SpreadFamily {
    /**
     * Most likely sigma of a lognormal of mean 1. With v = sigma^2 and m the mean square of the factors' logarithms the
     * likelihood's derivative vanishes where v^2 / 4 + v = m.
     */
    LOGNORMAL("lognormal", SpreadFamily::logNormal),
    /** Most likely shape k of a gamma of mean 1: log k - digamma(k) = -(mean logarithm of the factors). */
    GAMMA("gamma", SpreadFamily::gamma),
    /**
     * The factors' own quantiles at {@value #KNOTS} equally spaced probabilities. The last knot is not the largest
     * factor, of which a straight line would make a far too heavy tail, but where the mean of the last span is met.
     */
    EMPIRICAL("empirical", SpreadFamily::empirical);

    private static final int KNOTS = 201;

    /** Variances from 1e-8 to 1e4: beyond the one nothing scatters, beyond the other nothing is known. */
    private static final double SMALLEST_SHAPE = 1e-4;

    private static final double LARGEST_SHAPE = 1e8;

    private final String label;
    private final Function<double[], Spread> fit;

    SpreadFamily(String label, Function<double[], Spread> fit) {
        this.label = label;
        this.fit = fit;
    }

    /** How documents name it. */
    public String label() {
        return label;
    }

    /** The spread of this family for {@code factors}: ascending, above 0, of mean 1. */
    public Spread fit(double[] factors) {
        return fit.apply(factors);
    }

    /** The share of factors up to {@code factor} that {@code spread}, fitted here, expects. */
    static double cumulative(Spread spread, double factor) {
        return spread instanceof Spread.Empirical empirical
                ? cumulative(empirical.factors(), factor)
                : distribution(spread).cumulativeProbability(factor);
    }

    /** The factor that the share {@code probability} does not exceed. */
    static double quantile(Spread spread, double probability) {
        if (spread instanceof Spread.Empirical empirical) {
            return EmpiricalFit.quantile(empirical.factors(), probability);
        }
        return spread instanceof Spread.LogNormal logNormal
                ? LogNormalFit.quantile(logNormal.sigma(), probability)
                : distribution(spread).inverseCumulativeProbability(probability);
    }

    private static Spread logNormal(double[] factors) {
        double meanSquare = Arrays.stream(factors)
                .map(factor -> Math.log(factor) * Math.log(factor))
                .average()
                .orElseThrow();
        return new Spread.LogNormal(Math.sqrt(2 * (Math.sqrt(1 + meanSquare) - 1)));
    }

    private static Spread gamma(double[] factors) {
        double gap = -Arrays.stream(factors).map(Math::log).average().orElseThrow();
        if (gap <= wanted(LARGEST_SHAPE)) {
            return new Spread.Gamma(LARGEST_SHAPE);
        }
        double logarithm = new BrentSolver(1e-10, 1e-12)
                .solve(
                        1000,
                        candidate -> wanted(Math.exp(candidate)) - gap,
                        Math.log(SMALLEST_SHAPE),
                        Math.log(LARGEST_SHAPE));
        return new Spread.Gamma(Math.exp(logarithm));
    }

    /** log k - digamma(k), which falls from infinity to 0; past 1e4 by its series, as the difference loses digits. */
    private static double wanted(double shape) {
        return shape > 1e4 ? 0.5 / shape + 1 / (12 * shape * shape) : Math.log(shape) - Gamma.digamma(shape);
    }

    private static Spread empirical(double[] factors) {
        int spans = KNOTS - 1;
        double[] knots = new double[KNOTS];
        Arrays.setAll(knots, i -> Ordered.quantile(factors, (double) i / spans));
        int from = (int) Math.ceil((spans - 1.0) / spans * factors.length);
        double tail = Arrays.stream(factors, Math.min(from, factors.length - 1), factors.length)
                .average()
                .orElseThrow();
        knots[spans] = Math.max(knots[spans - 1], 2 * tail - knots[spans - 1]);
        return new Spread.Empirical(knots);
    }

    private static double cumulative(double[] knots, double factor) {
        int spans = knots.length - 1;
        if (factor < knots[0] || factor >= knots[spans]) {
            return factor < knots[0] ? 0 : 1;
        }
        int right = 1;
        while (knots[right] <= factor) {
            right++;
        }
        double width = knots[right] - knots[right - 1];
        return (right - 1 + (factor - knots[right - 1]) / width) / spans;
    }

    private static RealDistribution distribution(Spread spread) {
        if (spread instanceof Spread.LogNormal logNormal) {
            double sigma = Math.max(logNormal.sigma(), 1e-9);
            return new LogNormalDistribution(null, -0.5 * sigma * sigma, sigma);
        }
        double shape = ((Spread.Gamma) spread).shape();
        return new GammaDistribution(null, shape, 1 / shape);
    }
}
