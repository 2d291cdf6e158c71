package dev.purser.calibration.check.live;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Time that a server adds to a batch on top of the model's call.
 *
 * @param wakeUpNanos of a batch that a model instance begins after it had nothing to do
 * @param perBatchNanos of each batch
 * @param perRequestNanos of each request in it: joining inputs, handing out answers
 */
record ServerCost(double wakeUpNanos, double perBatchNanos, double perRequestNanos) {

    /**
     * The law of batches of requests of {@code samplesPerRequest} samples, this cost included.
     *
     * @param calls law of calls of the model
     */
    ServiceTimeLaw on(ServiceTimeLaw calls, int samplesPerRequest, int largestBatch) {
        int most = Math.max(1, largestBatch / samplesPerRequest);
        int[] sizes = IntStream.rangeClosed(1, most)
                .map(requests -> requests * samplesPerRequest)
                .toArray();
        double[] nanos = IntStream.of(sizes)
                .mapToDouble(samples ->
                        calls.time().meanNanos(samples) + perBatchNanos + perRequestNanos * samples / samplesPerRequest)
                .toArray();
        return new ServiceTimeLaw(
                        new BatchTime.Table(sizes, nanos), calls.spread(), sizes[most - 1], calls.sharedSpeed())
                .withPauses(Optional.of(pauses(calls.pauses())));
    }

    /** Stalls as given, and the wake-up. */
    Pauses pauses(Optional<Pauses> stalls) {
        return stalls.map(each -> new Pauses(wakeUpNanos, each.stallsPerSecond(), each.stallNanos()))
                .orElse(new Pauses(wakeUpNanos, 0, new double[0]));
    }
}
