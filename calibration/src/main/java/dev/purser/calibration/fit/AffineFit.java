package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import java.util.Optional;

/** fixed + perSample x samples, by least squares of the relative error; see {@link RelativeLine}. */
final class AffineFit {
    private AffineFit() {}

    static Optional<BatchTime> fit(List<MeasuredPoint> points) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        RelativeLine line = RelativeLine.fit(
                points.stream().mapToDouble(MeasuredPoint::batch).toArray(),
                points.stream().mapToDouble(MeasuredPoint::meanNanos).toArray());
        return Optional.of(new BatchTime.Affine(line.fixed(), line.slope()));
    }
}
