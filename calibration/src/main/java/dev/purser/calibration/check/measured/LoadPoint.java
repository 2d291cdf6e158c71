package dev.purser.calibration.check.measured;

import dev.purser.calibration.sweep.Sweep;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Check;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One row of a load test: what was served, under which load, and what came out.
 *
 * @param place file and line
 * @param key model, hardware, precision and backend
 * @param load the requests
 * @param instances model instances on the accelerator
 * @param batching how the server made batches
 * @param measured figures in samples per second and nanoseconds; those that were not reported are not there
 */
public record LoadPoint(
        Place place, Sweep.Key key, Load load, int instances, BatchingSpec batching, Map<Figure, Double> measured) {
    public LoadPoint {
        Check.positive(instances, "instances");
        Check.that(!measured.isEmpty(), "measured figures", "none", "must be at least one");
        measured.forEach(Figure::checked);
        measured = Collections.unmodifiableMap(new EnumMap<>(measured));
    }
}
