package dev.purser.calibration.check.live;

import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.fit.Stalls;
import dev.purser.simulator.hardware.Pauses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.fitting.PolynomialCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Times of calls and of batches through an idle server, measured in turn: their difference is what the server itself
 * costs. By the number of requests in a batch, in nanoseconds.
 */
final class IdleTimes {
    private final SortedMap<Integer, List<Double>> calls = new TreeMap<>();
    private final SortedMap<Integer, List<Double>> batches = new TreeMap<>();
    private final List<Double> wakeUps = new ArrayList<>();

    /** One call of the model with the samples of {@code requests} requests took so long. */
    void addCall(int requests, double nanos) {
        calls.computeIfAbsent(requests, key -> new ArrayList<>()).add(nanos);
    }

    /** So many requests in one batch were answered so long after their batch had begun. */
    void addBatch(int requests, double nanos) {
        batches.computeIfAbsent(requests, key -> new ArrayList<>()).add(nanos);
    }

    /** A batch began so long after its requests had been sent to an idle server. */
    void addWakeUp(double nanos) {
        wakeUps.add(nanos);
    }

    void add(IdleTimes other) {
        other.calls.forEach((requests, times) -> times.forEach(nanos -> addCall(requests, nanos)));
        other.batches.forEach((requests, times) -> times.forEach(nanos -> addBatch(requests, nanos)));
        wakeUps.addAll(other.wakeUps);
    }

    /** Numbers of requests that were measured, rising. */
    int[] requests() {
        return calls.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Mean time of a call that was not stalled. */
    double meanCallNanos(int requests) {
        return Stalls.without(rounds(requests)).meanNanos();
    }

    /** Stalls of calls. */
    Optional<Pauses> stalls() {
        return Stalls.among(calls.keySet().stream().map(this::rounds).toList());
    }

    private Rounds rounds(int requests) {
        return Rounds.ofOneProcess(requests, List.of(array(calls.get(requests))));
    }

    /**
     * What the server itself costs: the line through the differences of the medians, by least squares relative to the
     * calls, whose errors grow with their time; of one size its difference.
     */
    ServerCost serverCost() {
        double wakeUp = median(wakeUps);
        if (calls.size() == 1) {
            return new ServerCost(wakeUp, Math.max(0, difference(calls.firstKey())), 0);
        }
        WeightedObservedPoints points = new WeightedObservedPoints();
        for (int requests : requests()) {
            double call = median(calls.get(requests));
            points.add(1 / (call * call), requests, difference(requests));
        }
        double[] line = PolynomialCurveFitter.create(1).fit(points.toList());
        if (line[1] > 0) {
            return new ServerCost(wakeUp, Math.max(0, line[0]), line[1]);
        }
        double[] constant = PolynomialCurveFitter.create(0).fit(points.toList());
        return new ServerCost(wakeUp, Math.max(0, constant[0]), 0);
    }

    private double difference(int requests) {
        return median(batches.get(requests)) - median(calls.get(requests));
    }

    private static double median(List<Double> values) {
        return new Median().evaluate(array(values));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
