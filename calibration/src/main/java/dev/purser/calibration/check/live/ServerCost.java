package dev.purser.calibration.check.live;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.units.Check;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;

/**
 * Time that a server adds to a batch on top of the model's call: joining inputs, handing out answers, caches that another
 * batch has filled.
 *
 * @param wakeUpNanos of a batch that a model instance begins after it had nothing to do
 * @param addedNanos of each batch by the number of its requests, straight lines between them; one of one request joins
 *     nothing
 */
record ServerCost(double wakeUpNanos, SortedMap<Integer, Double> addedNanos) {
    ServerCost {
        Check.notEmpty(addedNanos.keySet(), "numbers of requests");
        addedNanos = Collections.unmodifiableSortedMap(new TreeMap<>(addedNanos));
    }

    /**
     * The law of batches of requests of {@code samplesPerRequest} samples, this cost included.
     *
     * @param calls law of calls of the model
     */
    ServiceTimeLaw on(ServiceTimeLaw calls, int samplesPerRequest) {
        UnivariateFunction added = added();
        int most = addedNanos.lastKey();
        int[] sizes = IntStream.rangeClosed(addedNanos.firstKey(), most)
                .map(requests -> requests * samplesPerRequest)
                .toArray();
        double[] nanos = IntStream.of(sizes)
                .mapToDouble(
                        samples -> calls.time().meanNanos(samples) + added.value((double) samples / samplesPerRequest))
                .toArray();
        return new ServiceTimeLaw(
                        new BatchTime.Table(sizes, nanos), calls.spread(), sizes[sizes.length - 1], calls.sharedSpeed())
                .withPauses(Optional.of(pauses(wakeUpNanos, calls.pauses())));
    }

    private UnivariateFunction added() {
        if (addedNanos.size() == 1) {
            return requests -> addedNanos.get(addedNanos.firstKey());
        }
        return new LinearInterpolator()
                .interpolate(
                        addedNanos.keySet().stream()
                                .mapToDouble(Integer::doubleValue)
                                .toArray(),
                        addedNanos.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
    }

    /** Stalls as given, and a wake-up. */
    static Pauses pauses(double wakeUpNanos, Optional<Pauses> stalls) {
        return stalls.map(each -> new Pauses(wakeUpNanos, each.stallsPerSecond(), each.stallNanos()))
                .orElse(new Pauses(wakeUpNanos, 0, new double[0]));
    }
}
