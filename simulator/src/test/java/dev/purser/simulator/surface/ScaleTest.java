package dev.purser.simulator.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void replicasAreExactAtFirstAndThenGrowByAFactor() {
        Scale scale = Scale.ofReplicas(4, 1.5);
        double[] expected = {0, 1, 2, 3, 4, 6, 9, 14, 21};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], scale.at(i));
        }
        assertEquals(5, scale.floor(8));
        assertEquals(2.0 / 3, scale.beyond(5, 8), 1e-12);
        assertEquals(0, scale.beyond(5, 6));
    }

    /** Between two loads a line replaces 1 / (1 - load): with steps of an eighth of 1 - load it is off by 0.2 % to 0.5 %. */
    @Test
    void loadStepsFollowTheWaits() {
        Scale scale = Scale.ofLoad();
        for (double load = 0.3; load < 0.9; load += 0.01) {
            int floor = scale.floor(load);
            double beyond = scale.beyond(floor, load);
            double line = (1 - beyond) / (1 - scale.at(floor)) + beyond / (1 - scale.at(floor + 1));
            assertEquals(1, line * (1 - load), 0.005);
        }
    }

    @Test
    void whatIsBelowTheFirstValueIsThere() {
        Scale scale = Scale.ofLoad();
        assertEquals(0, scale.floor(1e-9));
        assertEquals(0, scale.beyond(0, 1e-9));
        assertTrue(scale.at(0) > 0);
    }
}
