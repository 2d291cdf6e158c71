package dev.purser.calibration.sweep;

import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.units.Check;
import java.util.Comparator;
import java.util.List;

/**
 * All measured batch sizes of one model on one piece of hardware.
 *
 * @param key what was measured
 * @param points one per batch size, ascending
 * @param source where the figures stand
 */
public record Sweep(Key key, List<MeasuredPoint> points, String source) {
    public Sweep {
        points = Check.notEmpty(points, "batch sizes of " + key).stream()
                .sorted(Comparator.comparingInt(MeasuredPoint::batch))
                .toList();
        for (int i = 1; i < points.size(); i++) {
            int batch = points.get(i).batch();
            Check.that(points.get(i - 1).batch() < batch, "batch size of " + key, batch, "must occur once");
        }
    }

    /**
     * Names of what was measured, as profiles use them.
     *
     * @param model the recommender
     * @param hardware accelerator, or instance type without one
     * @param precision number format
     * @param backend software that ran it
     */
    public record Key(String model, String hardware, Precision precision, String backend) {
        @Override
        public String toString() {
            return model + " on " + hardware + " at " + precision + " (" + backend + ")";
        }
    }
}
