package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RelativeLineTest {
    @Test
    void aLineIsFoundAgain() {
        RelativeLine line = RelativeLine.fit(new double[] {1, 10, 1000}, new double[] {7, 25, 2005});
        assertEquals(5, line.fixed(), 1e-9);
        assertEquals(2, line.slope(), 1e-12);
        assertEquals(45, line.at(20), 1e-9);
    }

    /** Through (1, 1) and (2, 3) goes 2 x - 1. With 0 in its place: (s / 1 - 1)^2 + (2 s / 3 - 1)^2 is least at 15 / 13. */
    @Test
    void aFixedPartBelowNothingIsNone() {
        assertEquals(15.0 / 13, fit(1, 3).slope(), 1e-12);
        assertEquals(0, fit(1, 3).fixed());
    }

    /** It falls: (f / 3 - 1)^2 + (f - 1)^2 is least at 12 / 10. */
    @Test
    void aSlopeBelowNothingIsNone() {
        assertEquals(1.2, fit(3, 1).fixed(), 1e-12);
        assertEquals(0, fit(3, 1).slope());
    }

    @Test
    void onePointIsNoLine() {
        assertThrows(IllegalArgumentException.class, () -> RelativeLine.fit(new double[] {1}, new double[] {1}));
    }

    private static RelativeLine fit(double first, double second) {
        return RelativeLine.fit(new double[] {1, 2}, new double[] {first, second});
    }
}
