package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A rounded number is the exact value of its double, to the nearest even. */
class FiguresProperties {
    @Property(tries = 500, seed = "20261122")
    void fractions(@ForAll double value, @ForAll @IntRange(max = 9) int places) {
        check(value, places);
    }

    @Property(tries = 500, seed = "20261122")
    void wholeNumbers(@ForAll long value, @ForAll @IntRange(max = 9) int places) {
        check(value, places);
        check(value / 1024, places);
    }

    private static void check(double value, int places) {
        BigDecimal exact = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
        assertEquals(exact.toPlainString(), Figures.rounded(value, places).toPlainString());
    }
}
