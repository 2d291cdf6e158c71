package dev.purser.calibration.fit;

import dev.purser.simulator.units.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How fast a device is in total with 1, 2, ... callers at once, relative to one caller.
 *
 * <p>Callers that send one call after the other finish k / T(k) calls a second, T(k) the mean time of a call with k at
 * once; relative to one caller that is k T(1) / T(k). Batch sizes differ in it: the geometric mean over them is taken.
 * Numbers of callers that were not measured lie on the straight line between their neighbours.
 */
public final class SharedSpeed {
    private final NavigableMap<Integer, List<Double>> ratios = new TreeMap<>();

    /** Adds the mean times of calls with one batch size by callers at once; there must be one of one caller. */
    public void add(SortedMap<Integer, Double> meanNanosByCallers) {
        Double alone = meanNanosByCallers.get(1);
        Check.that(alone != null, "callers at once", meanNanosByCallers.keySet(), "must hold 1");
        meanNanosByCallers.forEach((callers, nanos) ->
                ratios.computeIfAbsent(callers, none -> new ArrayList<>()).add(callers * alone / nanos));
    }

    /** Speeds with 1, 2, ... callers, up to the most that were measured. */
    public List<Double> speeds() {
        List<Double> speeds = new ArrayList<>();
        int most = ratios.isEmpty() ? 1 : ratios.lastKey();
        for (int callers = 1; callers <= most; callers++) {
            speeds.add(callers == 1 ? 1.0 : speed(callers));
        }
        return speeds;
    }

    private double speed(int callers) {
        int left = ratios.floorKey(callers);
        int right = ratios.ceilingKey(callers);
        double share = left == right ? 0 : (double) (callers - left) / (right - left);
        return (1 - share) * geometricMean(ratios.get(left)) + share * geometricMean(ratios.get(right));
    }

    private static double geometricMean(List<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
    }
}
