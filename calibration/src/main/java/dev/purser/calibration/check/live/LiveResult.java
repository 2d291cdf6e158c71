package dev.purser.calibration.check.live;

import java.util.List;
import java.util.Optional;

/**
 * A live check.
 *
 * @param settings how it was done
 * @param capacityPerSecond requests per second with full batches one after the other, in the median of all rounds
 * @param predictedCapacityPerSecond the same from the profile's law and the server's own cost
 * @param cost what the server itself added
 * @param stalled share of the time in stalls
 * @param drift of calls from what the profile says
 * @param points one per load
 * @param failure what ended it before all rounds were done
 */
record LiveResult(
        LiveSettings settings,
        double capacityPerSecond,
        double predictedCapacityPerSecond,
        ServerCost cost,
        Stalled stalled,
        Drift drift,
        List<LivePoint> points,
        Optional<String> failure) {
    /**
     * Shares of the time in stalls, in [0, 1).
     *
     * @param inProfile as the profile has it
     * @param now of calls and batches between the loads
     */
    record Stalled(double inProfile, double now) {}
}
