package dev.purser.calibration.check.live;

import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Check;
import java.util.List;

/**
 * How a model is put under load.
 *
 * @param samplesPerRequest samples of each request
 * @param batching how requests become batches
 * @param modelInstances batches at once, each on a thread of its own
 * @param idle what an instance without work does
 * @param shape relative rate in each of equally long parts of the time at a load, not all 0
 * @param loads shares of the measured capacity, in (0, 1)
 * @param lengthNanos time at each load, all rounds together
 * @param idleNanos time on the idle server before each load and after the last of a round
 * @param rounds how often all loads come in turn
 * @param seed of the arrivals, the inputs and the simulation
 */
record LiveSettings(
        int samplesPerRequest,
        BatchingSpec batching,
        int modelInstances,
        Idle idle,
        List<Double> shape,
        List<Double> loads,
        long lengthNanos,
        long idleNanos,
        int rounds,
        long seed) {
    LiveSettings {
        Check.positive(samplesPerRequest, "samples per request");
        Check.that(
                samplesPerRequest <= batching.largestBatch(),
                "samples per request",
                samplesPerRequest,
                "must not pass the largest batch " + batching.largestBatch());
        Check.positive(modelInstances, "model instances");
        Check.notEmpty(loads, "loads");
        loads.forEach(load -> Check.that(load > 0 && load < 1, "load", load, "must be above 0 and below 1"));
        Check.positive(lengthNanos, "time at each load");
        Check.positive(idleNanos, "time on the idle server");
        Check.positive(rounds, "rounds");
        shape = List.copyOf(Check.notEmpty(shape, "shape of the load"));
        loads = List.copyOf(loads);
    }

    /** The same batching for a server that lets nobody wait for company. */
    BatchingSpec batchingAtOnce() {
        return new BatchingSpec(batching.largestBatch(), 0, List.of());
    }

    /** How long a request waits for company that does not come, in nanoseconds. */
    long aloneWaitsNanos() {
        return samplesPerRequest < batching.largestBatch() ? batching.longestWaitNanos() : 0;
    }

    int largestInRequests() {
        return batching.largestBatch() / samplesPerRequest;
    }
}
