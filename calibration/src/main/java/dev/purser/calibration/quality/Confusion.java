package dev.purser.calibration.quality;

import dev.purser.simulator.units.Check;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each other one.
 *
 * @param counts samples by their actual class (row) and the predicted one (column)
 */
public record Confusion(long[][] counts) {
    /** Counts pairs; all classes are in 0 to {@code classes}, exclusive. */
    public static Confusion of(int[] actual, int[] predicted, int classes) {
        Check.that(actual.length == predicted.length, "predictions", predicted.length, "must be " + actual.length);
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < actual.length; i++) {
            counts[actual[i]][predicted[i]]++;
        }
        return new Confusion(counts);
    }

    /** Share of all samples whose class was found. */
    public double accuracy() {
        long hits =
                IntStream.range(0, counts.length).mapToLong(i -> counts[i][i]).sum();
        return ratio(
                hits, IntStream.range(0, counts.length).mapToLong(this::actual).sum());
    }

    /** Share of the samples taken for {@code type} that are; 0 where none was taken for it. */
    public double precision(int type) {
        return ratio(counts[type][type], predicted(type));
    }

    /** Share of the samples of {@code type} that were found; 0 where there is none. */
    public double recall(int type) {
        return ratio(counts[type][type], actual(type));
    }

    /** Harmonic mean of precision and recall: 2 hits / (taken for it + of it). */
    public double f1(int type) {
        return ratio(2 * counts[type][type], predicted(type) + actual(type));
    }

    /** Mean precision of all classes. */
    public double macroPrecision() {
        return mean(this::precision);
    }

    /** Mean recall of all classes. */
    public double macroRecall() {
        return mean(this::recall);
    }

    /** Mean F1 of all classes. */
    public double macroF1() {
        return mean(this::f1);
    }

    private double mean(IntToDoubleFunction measure) {
        return IntStream.range(0, counts.length).mapToDouble(measure).average().orElse(0);
    }

    private long actual(int type) {
        return IntStream.range(0, counts.length).mapToLong(i -> counts[type][i]).sum();
    }

    private long predicted(int type) {
        return IntStream.range(0, counts.length).mapToLong(i -> counts[i][type]).sum();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
