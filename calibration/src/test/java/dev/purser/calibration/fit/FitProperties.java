package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FitProperties {

    @Property(tries = 300, seed = "3")
    void aStraightLineIsRecovered(
            @ForAll @DoubleRange(min = 0, max = 1e7) double fixed,
            @ForAll @DoubleRange(min = 0.1, max = 1e4) double perSample) {
        LawChoice choice = LawChoice.among(Points.on(size -> fixed + perSample * size, 1, 16, 256, 4096, 65_536));
        assertEquals(0, choice.meanError(), 1e-6);
        for (int size : new int[] {1, 100, 65_536}) {
            double wanted = fixed + perSample * size;
            assertEquals(wanted, choice.time().meanNanos(size), 1e-6 * wanted);
        }
    }

    @Property(tries = 300, seed = "3")
    void paddedTimesAreRecovered(
            @ForAll @DoubleRange(min = 1e3, max = 1e7) double fixed,
            @ForAll @DoubleRange(min = 100, max = 1e4) double perSample) {
        List<MeasuredPoint> points = Points.on(
                size -> Math.rint(fixed + perSample * (Integer.highestOneBit(size - 1) << 1)),
                1024,
                2000,
                2048,
                2500,
                3000,
                3500,
                4096);
        LawChoice choice = LawChoice.among(points);
        assertEquals(LawKind.PADDED_STEPS, choice.kind());
        for (MeasuredPoint point : points) {
            assertEquals(point.meanNanos(), choice.time().meanNanos(point.batch()), 1);
        }
    }

    /** Whatever was measured, every law gives finite times above 0 at every size. */
    @Property(tries = 300, seed = "3")
    void timesAreFiniteAndPositive(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 1, max = 1e10) Double> times,
            @ForAll @IntRange(min = 1, max = 1000) int step) {
        int[] sizes = new int[times.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = 1 + i * step;
        }
        List<MeasuredPoint> points = Points.on(size -> times.get((size - 1) / step), sizes);
        for (LawKind kind : LawKind.values()) {
            kind.fit(points).ifPresent(law -> assertPositive(law));
        }
        assertPositive(LawChoice.among(points).time());
    }

    private static void assertPositive(BatchTime law) {
        for (int size : new int[] {1, 2, 999, 10_000, 1_000_000}) {
            double nanos = law.meanNanos(size);
            assertTrue(nanos > 0 && Double.isFinite(nanos), law + " at " + size + ": " + nanos);
        }
    }
}
