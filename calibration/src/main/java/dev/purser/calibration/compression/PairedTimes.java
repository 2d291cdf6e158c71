package dev.purser.calibration.compression;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;

/**
 * Times of a call of two models in turns, one pair a round, in nanoseconds. What a busy machine does to one of a pair it
 * mostly does to the other, so that ratios within pairs say more than a ratio of medians.
 *
 * @param beforeNanos of the model as it was
 * @param afterNanos of the cheaper model
 */
record PairedTimes(double[] beforeNanos, double[] afterNanos) {
    /** Differences below this are not worth a word, however sure. */
    private static final double MATTERS = 0.05;

    /** How often models that are as fast may be told apart; fewer than 11 rounds can never be that sure. */
    private static final double FALSE_ALARM = 0.001;

    double medianBeforeNanos() {
        return percentile(beforeNanos, 50);
    }

    double medianAfterNanos() {
        return percentile(afterNanos, 50);
    }

    /** Median over the rounds of time after / time before. */
    double ratio() {
        return percentile(ratios(), 50);
    }

    /** Ratio below which a quarter of the rounds lies. */
    double lowerRatio() {
        return percentile(ratios(), 25);
    }

    /** Ratio above which a quarter of the rounds lies. */
    double upperRatio() {
        return percentile(ratios(), 75);
    }

    /** Whether it takes less time, by more than chance explains. */
    boolean faster() {
        return ratio() < 1 - MATTERS && beyondChance(below(1));
    }

    /** Whether it takes more time, by more than chance explains. */
    boolean slower() {
        return ratio() > 1 + MATTERS && beyondChance(beforeNanos.length - below(1));
    }

    /** Sign test: whether so many rounds or more on one side, whichever, are too many for models that are as fast. */
    private boolean beyondChance(int rounds) {
        return new BinomialTest().binomialTest(beforeNanos.length, rounds, 0.5, AlternativeHypothesis.TWO_SIDED)
                < FALSE_ALARM;
    }

    private int below(double limit) {
        return (int) Arrays.stream(ratios()).filter(ratio -> ratio < limit).count();
    }

    private double[] ratios() {
        return IntStream.range(0, beforeNanos.length)
                .mapToDouble(round -> afterNanos[round] / beforeNanos[round])
                .toArray();
    }

    private static double percentile(double[] values, double percent) {
        return new Percentile(percent).evaluate(values);
    }
}
