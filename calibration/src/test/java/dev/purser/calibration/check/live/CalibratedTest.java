package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibratedTest {
    @Test
    void sizesThatWereMeasuredAreToldFromThoseInBetween() {
        assertArrayEquals(new int[] {64, 256}, measured(Set.of(1, 8, 64, 256)));
        assertArrayEquals(new int[] {16, 64, 128, 256}, measured(Set.of(1, 8)), "all, if none was");
        assertArrayEquals(new int[] {16, 64, 128, 256}, measured(Set.of()));
    }

    private static int[] measured(Set<Integer> sizes) {
        ServiceTimeLaw law = new ServiceTimeLaw(new BatchTime.Affine(1, 1), new Spread.None(), 256);
        return new Calibrated(law, sizes).measuredAmong(IntStream.of(16, 64, 128, 256));
    }
}
