package dev.purser.calibration.importer;

import dev.purser.calibration.fit.HostTimeFit;
import dev.purser.calibration.fit.LawChoice;
import dev.purser.calibration.fit.LawKind;
import dev.purser.calibration.fit.SpreadChoice;
import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.calibration.sweep.Sweep;
import dev.purser.simulator.hardware.ImportedSweep;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import java.util.List;

/**
 * A sweep with the law and the spread chosen for it.
 *
 * @param sweep what was measured
 * @param law mean time by batch size
 * @param spread scatter around it
 */
public record FittedSweep(Sweep sweep, LawChoice law, SpreadChoice spread) {

    /** Fits {@code sweep}. */
    public static FittedSweep of(Sweep sweep) {
        LawChoice law = LawChoice.among(sweep.points(), LawKind.OF_PUBLISHED_SWEEPS);
        return new FittedSweep(sweep, law, SpreadChoice.among(sweep.points()));
    }

    /** Smallest measured batch size, in samples. */
    public int smallestBatch() {
        return sweep.points().get(0).batch();
    }

    /** Largest measured batch size, in samples. */
    public int largestBatch() {
        List<MeasuredPoint> points = sweep.points();
        return points.get(points.size() - 1).batch();
    }

    /** The law with its scatter. */
    public ServiceTimeLaw serviceTime() {
        return new ServiceTimeLaw(law.time(), spread.spread(), largestBatch())
                .withHostTime(HostTimeFit.fit(sweep.points()));
    }

    /** The profile entry, from {@code source} and what the sweep itself says of its source. */
    public ProfileEntry entry(String source) {
        Sweep.Key key = sweep.key();
        return new ProfileEntry(
                        key.model(),
                        key.hardware(),
                        key.precision(),
                        key.backend(),
                        serviceTime(),
                        0,
                        Origin.IMPORTED,
                        law.meanError(),
                        sweep.source().isEmpty() ? source : source + ": " + sweep.source())
                .with(new ImportedSweep(
                        law.worstError(),
                        spread.meanError(),
                        sweep.points().stream()
                                .map(point -> new ImportedSweep.Point(
                                        point.batch(), point.meanNanos(), point.quantileNanos()))
                                .toList()));
    }
}
