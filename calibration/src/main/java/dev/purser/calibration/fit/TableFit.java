package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import java.util.Optional;

/** The measured sizes themselves, joined by straight lines. */
final class TableFit {
    private TableFit() {}

    static Optional<BatchTime> fit(List<MeasuredPoint> points) {
        int[] sizes = points.stream().mapToInt(MeasuredPoint::batch).toArray();
        double[] nanos = points.stream().mapToDouble(MeasuredPoint::meanNanos).toArray();
        return Optional.of(new BatchTime.Table(sizes, nanos));
    }
}
