package dev.purser.simulator.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measured at 4, 8 and 32 samples: 100, 120 and 200 ns. */
class BatchTimeTest {
    private static final int[] SIZES = {4, 8, 32};
    private static final double[] NANOS = {100, 120, 200};

    @Test
    void affine() {
        assertEquals(7 + 0.5 * 10, new BatchTime.Affine(7, 0.5).meanNanos(10));
    }

    /** Between 8 and 32: 120 + 80 x (14 - 8) / 24 = 140. Above: 200 x 48 / 32 = 300. */
    @ParameterizedTest
    @CsvSource({"1, 100", "3, 100", "4, 100", "5, 105", "8, 120", "14, 140", "32, 200", "33, 206.25", "48, 300"})
    void table(int samples, double nanos) {
        assertEquals(nanos, new BatchTime.Table(SIZES, NANOS).meanNanos(samples), 1e-12);
    }

    /** 33 = 32 + 1: 200 + 100. 72 = 2 x 32 + 8: 400 + 120. */
    @ParameterizedTest
    @CsvSource({"1, 100", "4, 100", "5, 120", "8, 120", "9, 200", "32, 200", "33, 300", "64, 400", "72, 520"})
    void paddedSteps(int samples, double nanos) {
        assertEquals(nanos, new BatchTime.PaddedSteps(SIZES, NANOS).meanNanos(samples), 1e-12);
    }

    @Test
    void onePointIsEnough() {
        assertEquals(50, new BatchTime.Table(new int[] {4}, new double[] {50}).meanNanos(2));
        assertEquals(100, new BatchTime.Table(new int[] {4}, new double[] {50}).meanNanos(8));
        assertEquals(150, new BatchTime.PaddedSteps(new int[] {4}, new double[] {50}).meanNanos(9));
    }

    @Test
    void timesThatRiseStayRising() {
        List<BatchTime> laws = List.of(
                new BatchTime.Affine(7, 0.5),
                new BatchTime.Table(SIZES, NANOS),
                new BatchTime.PaddedSteps(SIZES, NANOS));
        for (BatchTime law : laws) {
            for (int samples = 2; samples < 200; samples++) {
                double step = law.meanNanos(samples) - law.meanNanos(samples - 1);
                assertEquals(Math.abs(step), step, law + " falls at " + samples);
            }
        }
    }

    @Test
    void pointsAreKeptApartFromTheArraysTheyCameIn() {
        int[] sizes = SIZES.clone();
        BatchTime.Table table = new BatchTime.Table(sizes, NANOS);
        sizes[0] = 1;
        assertEquals(105, table.meanNanos(5), 1e-12);
    }

    @Test
    void lawsOfTheSamePointsAreEqual() {
        assertEquals(new BatchTime.Table(SIZES, NANOS), new BatchTime.Table(SIZES.clone(), NANOS.clone()));
        assertEquals(new BatchTime.PaddedSteps(SIZES, NANOS), new BatchTime.PaddedSteps(SIZES.clone(), NANOS.clone()));
        assertEquals(
                new BatchTime.Table(SIZES, NANOS).hashCode(),
                new BatchTime.Table(SIZES.clone(), NANOS.clone()).hashCode());
    }

    @Test
    void wrongPointsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> table(new int[] {}, new double[] {}));
        assertThrows(IllegalArgumentException.class, () -> table(new int[] {1, 2}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> table(new int[] {2, 2}, new double[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> table(new int[] {0, 2}, new double[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> table(new int[] {1, 2}, new double[] {1, Double.NaN}));
    }

    /** Two batches reach 1.5 times the speed of one, three and more 1.8 times. */
    @ParameterizedTest
    @CsvSource({"1, 1.0", "2, 0.75", "3, 0.6", "4, 0.45", "18, 0.1"})
    void speedOfEach(int running, double speed) {
        ServiceTimeLaw law =
                new ServiceTimeLaw(new BatchTime.Affine(1, 1), new Spread.None(), 8, List.of(1.0, 1.5, 1.8));
        assertEquals(speed, law.speedOfEach(running), 1e-15);
    }

    @Test
    void withoutKnowledgeTheyShareOneDevice() {
        ServiceTimeLaw law = new ServiceTimeLaw(new BatchTime.Affine(1, 1), new Spread.None(), 8);
        assertEquals(0.25, law.speedOfEach(4));
    }

    private static BatchTime table(int[] sizes, double[] nanos) {
        return new BatchTime.Table(sizes, nanos);
    }
}
