package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final double TINY = 1e-9;

    /** The k-th of 19 lies at k / 20: 0.05 and 0.95 are the first and the last. */
    @Test
    void nineteenValuesHoldNineTenthsBetweenThem() {
        Interval interval = Interval.of(upTo(19), 0.9);
        assertEquals(1, interval.low(), TINY);
        assertEquals(19, interval.high(), TINY);
        assertEquals(0.9, Interval.highestLevel(19), TINY);
    }

    /** 0.05 x 21 = 1.05 and 0.95 x 21 = 19.95. */
    @Test
    void betweenTwoValuesALineIsDrawn() {
        Interval interval = Interval.of(upTo(20), 0.9);
        assertEquals(1.05, interval.low(), TINY);
        assertEquals(19.95, interval.high(), TINY);
    }

    @Test
    void theOrderOfTheValuesDoesNotMatter() {
        assertEquals(Interval.of(new double[] {1, 2, 3, 4, 5}, 0.5), Interval.of(new double[] {4, 1, 5, 3, 2}, 0.5));
    }

    @Test
    void equalValuesHaveNoWidth() {
        assertEquals(new Interval(0.1, 0.1), Interval.of(new double[] {0.1, 0.1, 0.1}, 0.4));
    }

    /** 0.25 x 4 = 1 and 0.75 x 4 = 3. */
    @Test
    void anUnansweredQuantileIsLargerThanAllOthers() {
        double none = Double.POSITIVE_INFINITY;
        assertEquals(new Interval(1, none), Interval.of(new double[] {none, 1, 2}, 0.5));
        assertEquals(new Interval(none, none), Interval.of(new double[] {none, none, none}, 0.4));
    }

    @Test
    void whatIsMissingInOneReplicateHasNoInterval() {
        Interval interval = Interval.of(new double[] {1, Double.NaN, 2}, 0.5);
        assertEquals(new Interval(Double.NaN, Double.NaN), interval);
    }

    private static double[] upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToDouble(i -> i).toArray();
    }
}
