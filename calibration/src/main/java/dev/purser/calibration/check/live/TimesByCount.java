package dev.purser.calibration.check.live;

import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.fit.Stalls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Times in nanoseconds by the number of requests whose samples were scored together. */
final class TimesByCount {
    private final SortedMap<Integer, List<Double>> times = new TreeMap<>();

    /** So many requests together took so long. */
    void add(int requests, double nanos) {
        times.computeIfAbsent(requests, key -> new ArrayList<>()).add(nanos);
    }

    /** Numbers of requests of which there are times, rising. */
    int[] counts() {
        return times.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Times of so many requests together, in the order they were added; none if there are none. */
    double[] of(int requests) {
        return times.getOrDefault(requests, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Mean time of so many requests together where they were not stalled, as far as there are enough to tell. */
    double calmMeanNanos(int requests) {
        return calm(requests).meanNanos();
    }

    /** Times that were not stalled over their mean, ascending. */
    double[] calmFactors(int requests) {
        Rounds calm = calm(requests);
        double mean = calm.meanNanos();
        return Arrays.stream(calm.sortedNanos()).map(nanos -> nanos / mean).toArray();
    }

    private Rounds calm(int requests) {
        return Stalls.without(Rounds.ofOneProcess(requests, List.of(of(requests))));
    }
}
