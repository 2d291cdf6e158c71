package dev.purser.simulator.experiment;

import dev.purser.simulator.units.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a run's figures move when its laws are redrawn: what the calibration does not know, carried into money. All
 * else is the same in every replicate, the random streams of traffic included.
 *
 * @param laws which laws were redrawn, and which were not
 * @param central figures of the run itself, in the order of tables
 * @param replicates the same figures of each replicate
 */
public record CalibrationSpread(
        LawReplicates laws, Map<Quantity, Double> central, List<Map<Quantity, Double>> replicates) {
    /** Twenty replicates, which a calibration carries, hold no more than 90.5 % between them. */
    private static final double USUAL_LEVEL = 0.9;

    public CalibrationSpread {
        Check.atLeast(replicates.size(), 2, "replicates of the calibration");
        central = copy(central);
        replicates = replicates.stream().map(CalibrationSpread::copy).toList();
    }

    /** How many replicates there are. */
    public int count() {
        return replicates.size();
    }

    /** Level of the intervals, as a fraction: 0.9, or what so few replicates support. */
    public double level() {
        return Math.min(USUAL_LEVEL, Interval.highestLevel(count()));
    }

    /** Values of {@code quantity} by replicate. */
    public double[] values(Quantity quantity) {
        return replicates.stream()
                .mapToDouble(replicate -> replicate.get(quantity))
                .toArray();
    }

    /** The interval of {@code quantity} at {@link #level()}. */
    public Interval interval(Quantity quantity) {
        return Interval.of(values(quantity), level());
    }

    private static Map<Quantity, Double> copy(Map<Quantity, Double> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
