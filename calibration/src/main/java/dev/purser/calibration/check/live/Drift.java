package dev.purser.calibration.check.live;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * What calls of the model take beside what the profile says of them: 1.1 is a tenth more.
 *
 * @param ofRounds of each round, in the mean over the sizes that the profile has measured
 * @param ofSizes by the number of samples, over all rounds
 * @param measured those numbers of samples that the profile has measured
 */
record Drift(List<Double> ofRounds, SortedMap<Integer, Double> ofSizes, Set<Integer> measured) {
    Drift {
        ofRounds = List.copyOf(ofRounds);
        ofSizes = Collections.unmodifiableSortedMap(new TreeMap<>(ofSizes));
        measured = Set.copyOf(measured);
    }

    /** The least and the most of a round. */
    double[] range() {
        double[] sorted =
                ofRounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new double[] {sorted[0], sorted[sorted.length - 1]};
    }

    /** How far the law is off at most at a size that was not measured, beyond what it is off in the mean of those that were. */
    double mostBetween() {
        double usual = factors(true).average().orElse(1);
        return factors(false).map(factor -> Math.abs(factor / usual - 1)).max().orElse(0);
    }

    private DoubleStream factors(boolean ofMeasured) {
        return ofSizes.entrySet().stream()
                .filter(size -> measured.contains(size.getKey()) == ofMeasured)
                .mapToDouble(size -> size.getValue());
    }
}
