package dev.purser.calibration.device;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.Ceilings;
import org.junit.jupiter.api.Test;

class CeilingProbeTest {
    /** From the slowest core in use to far above the fastest: a unit that is off by a thousand lies outside. */
    @Test
    void ceilingsAreThoseOfACore() {
        Ceilings ceilings = CeilingProbe.measure();
        assertTrue(ceilings.flopsPerSecond() > 1e8 && ceilings.flopsPerSecond() < 1e13, ceilings.toString());
        assertTrue(ceilings.bytesPerSecond() > 1e8 && ceilings.bytesPerSecond() < 1e12, ceilings.toString());
    }
}
