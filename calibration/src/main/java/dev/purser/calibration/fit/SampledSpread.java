package dev.purser.calibration.fit;

import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/**
 * The spread chosen for raw times. All batch sizes share one, fitted to the times relative to the mean of their size;
 * a size gives at most {@value #MOST} of them, evenly spaced by rank, so that the fast sizes do not drown the others.
 *
 * <p>Each family is fitted to every other round and asked for p50, p90, p95 and p99 of the rounds between, and the
 * other way round; the family with the lowest mean absolute relative error wins, a simpler one if that is as good, and
 * is fitted again to all rounds. Where each size has one round only, the error is that of the fitted rounds themselves.
 *
 * @param family the winner
 * @param spread the winner fitted to all rounds
 * @param quantileError its mean absolute relative error over the quantiles (0.02 = 2 %)
 * @param fit how far it is from the measured times
 */
public record SampledSpread(SpreadFamily family, Spread spread, double quantileError, Measurement.SpreadFit fit) {
    private static final int MOST = 1000;

    /** Sizes with fewer calls say nothing of a p99. */
    private static final int FEWEST_FOR_TAIL = 100;

    private static final double TAIL = 0.99;
    private static final double[] PROBABILITIES = {0.5, 0.9, 0.95, TAIL};

    /** Fits and compares the families on {@code sizes}, of which there is at least one. */
    public static SampledSpread among(List<Rounds> sizes) {
        Check.notEmpty(sizes, "batch sizes");
        double[] even = pooled(sizes, round -> round % 2 == 0);
        double[] odd = pooled(sizes, round -> round % 2 == 1);
        double[] other = odd.length == 0 ? even : odd;
        ToDoubleFunction<SpreadFamily> error =
                family -> 0.5 * (error(family.fit(even), other) + error(family.fit(other), even));
        SpreadFamily best = Simplest.of(List.of(SpreadFamily.values()), error);
        double[] all = pooled(sizes, round -> true);
        Spread spread = best.fit(all);
        return new SampledSpread(best, spread, error.applyAsDouble(best), fit(best, spread, all, sizes));
    }

    private static Measurement.SpreadFit fit(SpreadFamily family, Spread spread, double[] all, List<Rounds> sizes) {
        return new Measurement.SpreadFit(
                distance(spread, all),
                mean(sizes, size -> distance(family.fit(size.factors()), size.factors())),
                mean(sizes, size -> distance(spread, size.factors())),
                mean(withTail(sizes), size -> tailError(spread, size)));
    }

    private static List<Rounds> withTail(List<Rounds> sizes) {
        return sizes.stream().filter(size -> size.count() >= FEWEST_FOR_TAIL).toList();
    }

    private static double tailError(Spread spread, Rounds size) {
        return Math.abs(SpreadFamily.quantile(spread, TAIL) / Ordered.quantile(size.factors(), TAIL) - 1);
    }

    private static double distance(Spread spread, double[] factors) {
        return Ordered.distance(factors, factor -> SpreadFamily.cumulative(spread, factor));
    }

    /** The factors of the rounds that {@code in} takes by their number, scaled to mean 1; empty if it takes none. */
    private static double[] pooled(List<Rounds> sizes, IntPredicate in) {
        double[] factors = sizes.stream()
                .flatMapToDouble(size -> Arrays.stream(Ordered.thinned(factors(size, in), MOST)))
                .sorted()
                .toArray();
        double mean = Arrays.stream(factors).average().orElse(1);
        return Arrays.stream(factors).map(factor -> factor / mean).toArray();
    }

    private static double[] factors(Rounds size, IntPredicate in) {
        List<RoundTimes> taken = size.only(in);
        return taken.isEmpty() ? new double[0] : new Rounds(size.batch(), taken).factors();
    }

    private static double error(Spread spread, double[] factors) {
        return Arrays.stream(PROBABILITIES)
                .map(probability -> Math.abs(
                        SpreadFamily.quantile(spread, probability) / Ordered.quantile(factors, probability) - 1))
                .average()
                .orElseThrow();
    }

    /** 0 without a size. */
    private static double mean(List<Rounds> sizes, ToDoubleFunction<Rounds> figure) {
        return sizes.stream().mapToDouble(figure).average().orElse(0);
    }
}
