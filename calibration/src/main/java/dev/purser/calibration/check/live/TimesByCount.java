package dev.purser.calibration.check.live;

import java.util.ArrayList;
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

    /**
     * The same numbers of requests with times that were taken in a way closer to what is asked: of a number of which {@code
     * closer} has at least {@code enough} those alone, of any other these and those.
     */
    TimesByCount refinedBy(TimesByCount closer, int enough) {
        TimesByCount refined = new TimesByCount();
        times.forEach((requests, own) -> {
            List<Double> close = closer.times.getOrDefault(requests, List.of());
            List<Double> kept = new ArrayList<>(close.size() < enough ? own : List.of());
            kept.addAll(close);
            refined.times.put(requests, kept);
        });
        return refined;
    }
}
