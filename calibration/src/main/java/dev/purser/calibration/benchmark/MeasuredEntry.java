package dev.purser.calibration.benchmark;

import dev.purser.calibration.fit.Bootstrap;
import dev.purser.calibration.fit.LawChoice;
import dev.purser.calibration.fit.LawKind;
import dev.purser.calibration.fit.Ordered;
import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.fit.SampledSpread;
import dev.purser.calibration.fit.SharedSpeed;
import dev.purser.calibration.fit.Stalls;
import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The law of what was measured of one model. Mean, spread and stalls are those of one caller; how callers at once share the
 * device is a speed of its own.
 *
 * @param measured raw times
 * @param law mean time by batch size
 * @param spread scatter around it
 * @param sharedSpeed total speed with 1, 2, ... callers at once
 */
public record MeasuredEntry(Measured measured, LawChoice law, SampledSpread spread, List<Double> sharedSpeed) {
    /** What runs the models. */
    public static final String BACKEND = "nd4j";

    /** At 80 % load a time that is 2 % too long makes a median latency of 8 % too much. */
    private static final double NEGLIGIBLE = 0.02;

    /** Fits {@code measured}, which holds times of one caller. */
    public static MeasuredEntry of(Measured measured) {
        List<Rounds> alone = measured.calmScores();
        Check.notEmpty(alone, "times of " + measured.model());
        return new MeasuredEntry(measured, law(alone), SampledSpread.among(alone), sharedSpeed(measured));
    }

    /**
     * The law that predicts sizes it has not seen best, if it also meets those it has. Straight lines between the measured
     * sizes take its place where it misses one of them by more than 2 % and by more than the measurement itself may err: the
     * square of a miss is, in the mean, that of the law's own error and one standard error's; so from {@code sqrt(2)} standard
     * errors on the line through the measured time is the better one.
     */
    private static LawChoice law(List<Rounds> sizes) {
        LawChoice best = LawChoice.among(points(sizes));
        boolean meetsAll = sizes.stream().allMatch(size -> meets(best.time(), size));
        return meetsAll ? best : LawChoice.among(points(sizes), List.of(LawKind.TABLE));
    }

    private static boolean meets(BatchTime law, Rounds size) {
        double miss = Math.abs(law.meanNanos(size.batch()) / size.meanNanos() - 1);
        return miss <= Math.max(NEGLIGIBLE, Math.sqrt(2) * Bootstrap.standardError(size));
    }

    private static List<MeasuredPoint> points(List<Rounds> sizes) {
        return sizes.stream()
                .map(size -> new MeasuredPoint(size.batch(), Math.rint(size.meanNanos()), new TreeMap<>()))
                .toList();
    }

    private static List<Double> sharedSpeed(Measured measured) {
        SharedSpeed shared = new SharedSpeed();
        measured.scores(1).forEach((batch, alone) -> {
            SortedMap<Integer, Double> means = new TreeMap<>();
            for (int threads : measured.threads()) {
                Rounds rounds = measured.scores(threads).get(batch);
                if (rounds != null) {
                    means.put(threads, Stalls.without(rounds).meanNanos());
                }
            }
            shared.add(means);
        });
        return shared.speeds();
    }

    /** How much rounds of the same batch size differ with one caller, the median over the sizes (0.1 = 10 %). */
    public double noise() {
        double[] each = measured.scores(1).values().stream()
                .mapToDouble(Rounds::noise)
                .sorted()
                .toArray();
        return Ordered.quantile(each, 0.5);
    }

    /** Stalls of one caller in each of {@code entries}, which were measured on one device. */
    public static List<Optional<Pauses>> stalls(List<MeasuredEntry> entries) {
        return Stalls.ofEach(entries.stream()
                .map(entry -> List.copyOf(entry.measured.scores(1).values()))
                .toList());
    }

    /**
     * The profile entry.
     *
     * @param stalls of one caller
     * @param seed of the resampling
     */
    public ProfileEntry entry(String hardware, String source, Optional<Pauses> stalls, long seed) {
        int largestBatch = measured.scores(1).lastKey();
        return new ProfileEntry(
                        measured.model(),
                        hardware,
                        measured.precision(),
                        BACKEND,
                        new ServiceTimeLaw(law.time(), spread.spread(), largestBatch, sharedSpeed).withPauses(stalls),
                        measured.size().weightBytes(),
                        Origin.MEASURED,
                        law.meanError(),
                        source)
                .with(measurement(new Evidence(measured, seed)));
    }

    private Measurement measurement(Evidence evidence) {
        return new Measurement(
                new Measurement.ModelSize(
                        measured.size().parameters(),
                        measured.size().flopsPerSample(),
                        measured.size().bytesPerSample(),
                        measured.size().bytesPerBatch()),
                measured.scores(1).firstKey(),
                law.worstError(),
                spread.fit(),
                evidence.calls(),
                evidence.training(),
                measured.meanStart()
                        .map(start -> new Measurement.ColdStart(
                                start.processNanos(), start.loadNanos(), start.answerNanos())),
                measured.quality(),
                evidence.redraws(law));
    }
}
