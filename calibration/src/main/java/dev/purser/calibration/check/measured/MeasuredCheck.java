package dev.purser.calibration.check.measured;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.simulator.hardware.ServiceTimeLaw;

/**
 * Runs measured loads again in the simulator, each from the law of its model alone.
 *
 * @param reader knows the laws
 * @param seed of every random stream
 */
public record MeasuredCheck(LoadReader reader, long seed) {

    /** {@code point}, which {@link #reader} has read, beside what the simulator makes of its load. */
    public CheckedPoint of(LoadPoint point) {
        ServiceTimeLaw law = reader.entry(point.key(), point.place(), new Findings())
                .orElseThrow()
                .law();
        return new CheckedPoint(point, Prediction.of(point, law, seed));
    }
}
