package dev.purser.calibration.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Times that weigh differently. */
final class WeightedTimes {
    private record Weighted(double nanos, double weight) {}

    private final List<Weighted> times = new ArrayList<>();

    /** Adds {@code nanos}, which together weigh {@code weight}. */
    void add(double[] nanos, double weight) {
        for (double each : nanos) {
            times.add(new Weighted(each, weight / nanos.length));
        }
    }

    /**
     * As many times as were added, ascending and all of the same weight: the quantiles of what was added, in the middle of
     * equal steps. Where all weigh the same, these are the very times.
     */
    double[] ascending() {
        times.sort(Comparator.comparingDouble(Weighted::nanos));
        double step = times.stream().mapToDouble(Weighted::weight).sum() / times.size();
        double[] ascending = new double[times.size()];
        int next = 0;
        double upToNext = 0;
        for (int i = 0; i < ascending.length; i++) {
            while (next < times.size() && upToNext < (i + 0.5) * step) {
                upToNext += times.get(next++).weight();
            }
            ascending[i] = times.get(next - 1).nanos();
        }
        return ascending;
    }
}
