package dev.purser.calibration.fit;

import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Mean times of the largest unit of a measurement that was repeated: of processes where there are several, else of
 * rounds. Calls within a unit share its fate, so that only the means of units are witnesses (Kalibera and Jones,
 * "Rigorous benchmarking in reasonable time", ISMM 2013).
 *
 * <p>With q units the interval is Student's with q - 1 degrees of freedom: a handful of units is too few to take their
 * quantiles for those of the mean, as a percentile bootstrap does. Student's interval of the means of few independent units
 * is at most too wide at 95 %, even where the units scatter differently (Ibragimov and Mueller, "t-statistic based
 * correlation and heterogeneity robust inference", Journal of Business and Economic Statistics 28, 2010). It is taken of
 * logarithms, as times are above 0.
 *
 * <p>Of one process the interval lies around the round in the middle, and is as wide as that of the mean of its rounds: a round
 * that is slow as a whole counts there in full.
 *
 * @param meanNanos as {@link Rounds#meanNanos} says
 * @param deviations of the logarithm of each unit's mean from the mean logarithm, by number of the unit
 */
record Clusters(double meanNanos, SortedMap<Integer, Double> deviations) {
    private static final double TAIL = 0.025;

    static Clusters of(Rounds rounds) {
        SortedMap<Integer, Double> logarithms = new TreeMap<>();
        SortedMap<Integer, List<RoundTimes>> processes = rounds.processes();
        if (processes.size() > 1) {
            processes.forEach((process, each) -> logarithms.put(process, Math.log(Rounds.meanOfProcess(each))));
        } else {
            rounds.rounds().forEach(round -> logarithms.put(logarithms.size(), Math.log(round.meanNanos())));
        }
        Check.atLeast(logarithms.size(), 2, "rounds of batch " + rounds.batch());
        double mean = logarithms.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        logarithms.replaceAll((unit, logarithm) -> logarithm - mean);
        return new Clusters(rounds.meanNanos(), logarithms);
    }

    /** The time that a share {@code probability} of all draws of the mean do not exceed, in nanoseconds. */
    double quantileNanos(double probability) {
        TDistribution student = new TDistribution(null, deviations.size() - 1);
        return meanNanos * Math.exp(standardError() * student.inverseCumulativeProbability(probability));
    }

    /** The 95 % interval of the mean, in nanoseconds: lower end, upper end. */
    double[] interval() {
        return new double[] {quantileNanos(TAIL), quantileNanos(1 - TAIL)};
    }

    /** Length of the deviations as a vector: the root of the sum of their squares. */
    double length() {
        return Math.sqrt(deviations.values().stream()
                .mapToDouble(deviation -> deviation * deviation)
                .sum());
    }

    /** The standard error of the mean logarithm: relative to the mean. */
    double standardError() {
        int units = deviations.size();
        return length() / Math.sqrt(units * (units - 1.0));
    }
}
