package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class IntervalProperties {
    @Property
    void liesWithinTheValuesAndInAWiderOne(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1e6, max = 1e6) Double> drawn,
            @ForAll @DoubleRange(min = 0, max = 1) double level,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        double[] values = array(drawn);
        Interval wide = Interval.of(values, level);
        Interval narrow = Interval.of(values, part * level);
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        assertAscending(least, wide.low(), narrow.low(), narrow.high(), wide.high(), most);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Up to rounding. */
    private static void assertAscending(double... ends) {
        for (int i = 1; i < ends.length; i++) {
            assertTrue(ends[i - 1] <= ends[i] + 1e-8, () -> Arrays.toString(ends));
        }
    }

    /** Powers of two scale without rounding. */
    @Property
    void scalesWithItsValues(@ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1e6, max = 1e6) Double> drawn) {
        double[] values = array(drawn);
        Interval one = Interval.of(values, 0.8);
        Interval four =
                Interval.of(Arrays.stream(values).map(value -> 4 * value).toArray(), 0.8);
        assertEquals(4 * one.low(), four.low());
        assertEquals(4 * one.high(), four.high());
    }
}
