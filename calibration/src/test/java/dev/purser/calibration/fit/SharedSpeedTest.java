package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SharedSpeedTest {

    /** Alone 100 ns; two at once 125 ns each: 2 x 100 / 125 = 1.6. With no loss at the other size, 2: sqrt(3.2). */
    @Test
    void isTheGeometricMeanOverTheSizes() {
        SharedSpeed shared = new SharedSpeed();
        shared.add(new TreeMap<>(Map.of(1, 100.0, 2, 125.0)));
        shared.add(new TreeMap<>(Map.of(1, 1000.0, 2, 1000.0)));
        List<Double> speeds = shared.speeds();
        assertEquals(2, speeds.size());
        assertEquals(1, speeds.get(0));
        assertEquals(Math.sqrt(3.2), speeds.get(1), 1e-12);
    }

    /** Four callers take twice as long each: 2; the two numbers between lie on the line from 1 to 2. */
    @Test
    void fillsWhatWasNotMeasured() {
        SharedSpeed shared = new SharedSpeed();
        shared.add(new TreeMap<>(Map.of(1, 100.0, 4, 200.0)));
        List<Double> speeds = shared.speeds();
        assertEquals(4.0 / 3, speeds.get(1), 1e-12);
        assertEquals(5.0 / 3, speeds.get(2), 1e-12);
        assertEquals(2, speeds.get(3), 1e-12);
    }

    @Test
    void withoutMeasurementsOneCallerIsKnown() {
        assertEquals(List.of(1.0), new SharedSpeed().speeds());
    }

    @Test
    void needsOneCaller() {
        assertThrows(IllegalArgumentException.class, () -> new SharedSpeed().add(new TreeMap<>(Map.of(2, 100.0))));
    }
}
