package dev.purser.calibration.check.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Times of one round in nanoseconds: of calls and of batches through an idle server, measured in turn, by the number of
 * requests in a batch; and of requests after gaps.
 */
final class IdleTimes {
    private final SortedMap<Integer, List<Double>> calls = new TreeMap<>();
    private final SortedMap<Integer, List<Double>> batches = new TreeMap<>();
    private final List<Double> afterGaps = new ArrayList<>();

    /** One call of the model with the samples of {@code requests} requests took so long. */
    void addCall(int requests, double nanos) {
        calls.computeIfAbsent(requests, key -> new ArrayList<>()).add(nanos);
    }

    /** So many requests in one batch were answered so long after their batch had begun. */
    void addBatch(int requests, double nanos) {
        batches.computeIfAbsent(requests, key -> new ArrayList<>()).add(nanos);
    }

    /** A request alone, sent to a server that had done nothing for a while, was answered so long after it had been sent. */
    void addAfterGap(double nanos) {
        afterGaps.add(nanos);
    }

    /** Numbers of requests whose calls were measured, rising; their batches were, too. */
    int[] called() {
        return numbers(calls);
    }

    /** Numbers of requests whose batches were measured, rising. */
    int[] batched() {
        return numbers(batches);
    }

    double[] calls(int requests) {
        return array(calls.get(requests));
    }

    double[] batches(int requests) {
        return array(batches.get(requests));
    }

    double[] afterGaps() {
        return array(afterGaps);
    }

    private static int[] numbers(SortedMap<Integer, List<Double>> times) {
        return times.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
