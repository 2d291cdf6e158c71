package dev.purser.calibration.check.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Times of calls and of batches through an idle server, measured in turn: their difference is what the server itself
 * costs. By the number of requests in a batch, in nanoseconds.
 */
final class CallTimes {
    private final SortedMap<Integer, List<Double>> calls = new TreeMap<>();
    private final SortedMap<Integer, List<Double>> batches = new TreeMap<>();

    /** One call of the model with the samples of {@code requests} requests took so long. */
    void addCall(int requests, double nanos) {
        calls.computeIfAbsent(requests, key -> new ArrayList<>()).add(nanos);
    }

    /** So many requests sent at once to an idle server were answered after so long. */
    void addBatch(int requests, double nanos) {
        batches.computeIfAbsent(requests, key -> new ArrayList<>()).add(nanos);
    }

    void add(CallTimes other) {
        other.calls.forEach((requests, times) -> times.forEach(nanos -> addCall(requests, nanos)));
        other.batches.forEach((requests, times) -> times.forEach(nanos -> addBatch(requests, nanos)));
    }

    /** Numbers of requests that were measured, rising. */
    int[] requests() {
        return calls.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Mean time of a call. */
    double meanCallNanos(int requests) {
        return StatUtils.mean(array(calls.get(requests)));
    }

    /** What the server itself costs: the line through the differences of the medians; of one size its difference. */
    ServerCost serverCost() {
        if (calls.size() == 1) {
            int only = calls.firstKey();
            return new ServerCost(Math.max(0, median(batches.get(only)) - median(calls.get(only))), 0);
        }
        SimpleRegression line = new SimpleRegression();
        for (int requests : requests()) {
            line.addData(requests, median(batches.get(requests)) - median(calls.get(requests)));
        }
        boolean rises = line.getSlope() > 0;
        double perRequest = rises ? line.getSlope() : 0;
        double perBatch = rises ? line.getIntercept() : line.predict(StatUtils.mean(requestsMeasured()));
        return new ServerCost(Math.max(0, perBatch), perRequest);
    }

    private double[] requestsMeasured() {
        return calls.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    }

    private static double median(List<Double> values) {
        return new Median().evaluate(array(values));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
