package dev.purser.calibration.check.live;

import java.util.List;
import java.util.Optional;

/**
 * A live check.
 *
 * @param settings how it was done
 * @param capacityPerSecond requests per second with full batches one after the other, in the median of all rounds
 * @param cost what the server itself added
 * @param drifts of each round: mean time of a call over what the profile says, in the mean over batch sizes
 * @param points one per load
 * @param failure what ended it before all rounds were done
 */
record LiveResult(
        LiveSettings settings,
        double capacityPerSecond,
        ServerCost cost,
        List<Double> drifts,
        List<LivePoint> points,
        Optional<String> failure) {}
