package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostTimeFitTest {

    /** 100 + 3 n in all, 40 + 2 n of it computing: 60 + n beside, and the 40; half of both overlaps. */
    @Test
    void isHalfOfWhatIsNotGrowthOfTheComputation() {
        assertEquals(
                Optional.of(new BatchTime.Affine(50, 0.5)),
                HostTimeFit.fit(points(100_000, 3000, 40_000, 2000)).map(HostTimeFitTest::inMicroseconds));
    }

    /** Computing in proportion to the batch has no fixed part. */
    @Test
    void growthOfTheComputationIsTheDevice() {
        assertEquals(
                Optional.of(new BatchTime.Affine(0, 0)),
                HostTimeFit.fit(points(0, 3000, 0, 3000)).map(HostTimeFitTest::inMicroseconds));
    }

    @Test
    void needsToKnowTheComputation() {
        List<MeasuredPoint> silent =
                List.of(new MeasuredPoint(1, 100, new TreeMap<>(), 50), new MeasuredPoint(10, 200, new TreeMap<>()));
        assertEquals(Optional.empty(), HostTimeFit.fit(silent));
        assertEquals(Optional.empty(), HostTimeFit.fit(silent.subList(0, 1)));
    }

    private static BatchTime.Affine inMicroseconds(BatchTime.Affine time) {
        return new BatchTime.Affine(Math.rint(time.fixedNanos() / 1000), Math.rint(time.perSampleNanos()) / 1000);
    }

    private static List<MeasuredPoint> points(double fixed, double perSample, double fixedCompute, double compute) {
        return IntStream.of(1, 10, 100, 1000)
                .mapToObj(size -> new MeasuredPoint(
                        size, fixed + perSample * size, new TreeMap<>(), fixedCompute + compute * size))
                .toList();
    }
}
