package dev.purser.calibration.fit;

import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/**
 * The spread chosen for raw times: of one family, and either one for all batch sizes or one for each. A shared one is fitted
 * to the times relative to the mean of their size; a size gives at most {@value #MOST} of them, evenly spaced by rank, so
 * that the fast sizes do not drown the others.
 *
 * <p>Each candidate is fitted to every other round and asked for p50, p90, p95 and p99 of the rounds between, size by size,
 * and the other way round; the one with the lowest mean absolute relative error wins, a simpler one if that is as good, and
 * is fitted again to all rounds. Spreads by size must be better by {@value #WORTH_IT}: they have few calls each. A size that
 * has one round only is held against that one.
 *
 * @param family the winner
 * @param bySize whether each size has its own
 * @param spread the winner fitted to all rounds
 * @param quantileError its mean absolute relative error over sizes and quantiles (0.02 = 2 %)
 * @param fit how far it is from the measured times
 */
public record SampledSpread(
        SpreadFamily family, boolean bySize, Spread spread, double quantileError, Measurement.SpreadFit fit) {
    private static final int MOST = 1000;

    /** Sizes with fewer calls say nothing of a p99. */
    private static final int FEWEST_FOR_TAIL = 100;

    private static final double WORTH_IT = 0.01;
    private static final double TAIL = 0.99;
    private static final double[] PROBABILITIES = {0.5, 0.9, 0.95, TAIL};

    /** Fits and compares the candidates on {@code sizes}, of which there is at least one. */
    public static SampledSpread among(List<Rounds> sizes) {
        Check.notEmpty(sizes, "batch sizes");
        List<Rounds> even = half(sizes, round -> round % 2 == 0);
        List<Rounds> odd = half(sizes, round -> round % 2 == 1);
        ToDoubleFunction<Candidate> error =
                candidate -> 0.5 * (error(candidate.fit(even), odd) + error(candidate.fit(odd), even));
        Candidate shared = best(false, error);
        Candidate own = best(true, error);
        Candidate best = error.applyAsDouble(own) < error.applyAsDouble(shared) - WORTH_IT ? own : shared;
        Spread spread = best.fit(sizes);
        return new SampledSpread(
                best.family(), best.bySize(), spread, error.applyAsDouble(best), fit(best, spread, sizes));
    }

    /** How documents name it. */
    public String label() {
        return family.label() + (bySize ? " by size" : "");
    }

    private record Candidate(SpreadFamily family, boolean bySize) {
        Spread fit(List<Rounds> sizes) {
            if (!bySize) {
                return family.fit(pooled(sizes));
            }
            SortedMap<Integer, Spread> spreads = new TreeMap<>();
            sizes.forEach(size -> spreads.put(size.batch(), family.fit(size.factors())));
            return new Spread.BySize(spreads);
        }
    }

    private static Candidate best(boolean bySize, ToDoubleFunction<Candidate> error) {
        List<Candidate> candidates = Arrays.stream(SpreadFamily.values())
                .map(family -> new Candidate(family, bySize))
                .toList();
        return Simplest.of(candidates, error);
    }

    private static List<Rounds> half(List<Rounds> sizes, IntPredicate in) {
        return sizes.stream()
                .map(size -> {
                    List<RoundTimes> taken = size.only(in);
                    return taken.isEmpty() ? size : new Rounds(size.batch(), taken);
                })
                .toList();
    }

    /** The factors of all sizes, ascending and scaled to mean 1. */
    private static double[] pooled(List<Rounds> sizes) {
        double[] factors = sizes.stream()
                .flatMapToDouble(size -> Arrays.stream(Ordered.thinned(size.factors(), MOST)))
                .sorted()
                .toArray();
        double mean = Arrays.stream(factors).average().orElse(1);
        return Arrays.stream(factors).map(factor -> factor / mean).toArray();
    }

    private static Spread of(Spread spread, Rounds size) {
        return spread instanceof Spread.BySize bySize ? bySize.sizes().get(size.batch()) : spread;
    }

    private static double error(Spread spread, List<Rounds> sizes) {
        return mean(sizes, size -> error(of(spread, size), size.factors()));
    }

    private static double error(Spread spread, double[] factors) {
        return Arrays.stream(PROBABILITIES)
                .map(probability -> Math.abs(
                        SpreadFamily.quantile(spread, probability) / Ordered.quantile(factors, probability) - 1))
                .average()
                .orElseThrow();
    }

    private static Measurement.SpreadFit fit(Candidate best, Spread spread, List<Rounds> sizes) {
        Spread shared = best.bySize() ? new Candidate(best.family(), false).fit(sizes) : spread;
        double own = mean(sizes, size -> distance(best.family().fit(size.factors()), size.factors()));
        return new Measurement.SpreadFit(
                best.bySize() ? own : distance(shared, pooled(sizes)),
                own,
                mean(sizes, size -> distance(shared, size.factors())),
                mean(withTail(sizes), size -> tailError(of(spread, size), size.factors())));
    }

    private static List<Rounds> withTail(List<Rounds> sizes) {
        return sizes.stream().filter(size -> size.count() >= FEWEST_FOR_TAIL).toList();
    }

    private static double tailError(Spread spread, double[] factors) {
        return Math.abs(SpreadFamily.quantile(spread, TAIL) / Ordered.quantile(factors, TAIL) - 1);
    }

    private static double distance(Spread spread, double[] factors) {
        return Ordered.distance(factors, factor -> SpreadFamily.cumulative(spread, factor));
    }

    /** 0 without a size. */
    private static double mean(List<Rounds> sizes, ToDoubleFunction<Rounds> figure) {
        return sizes.stream().mapToDouble(figure).average().orElse(0);
    }
}
