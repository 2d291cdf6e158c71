package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Measured points for tests. */
final class Points {
    private Points() {}

    /** Points at {@code sizes} that lie on {@code law}, in nanoseconds. */
    static List<MeasuredPoint> on(IntToDoubleFunction law, int... sizes) {
        return IntStream.of(sizes)
                .mapToObj(size -> new MeasuredPoint(size, law.applyAsDouble(size), new TreeMap<>()))
                .toList();
    }

    /** One point of mean 1000 ns with these quantiles relative to the mean, in pairs of probability and factor. */
    static MeasuredPoint scattered(int batch, double... pairs) {
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            quantiles.put(pairs[i], 1000 * pairs[i + 1]);
        }
        return new MeasuredPoint(batch, 1000, quantiles);
    }
}
