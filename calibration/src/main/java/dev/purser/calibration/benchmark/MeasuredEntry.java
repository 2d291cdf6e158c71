package dev.purser.calibration.benchmark;

import dev.purser.calibration.fit.Bootstrap;
import dev.purser.calibration.fit.LawChoice;
import dev.purser.calibration.fit.Ordered;
import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.fit.SampledSpread;
import dev.purser.calibration.fit.SharedSpeed;
import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The law of what was measured of one model. Mean and spread are those of one caller; how callers at once share the
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

    private static final int REDRAWS = 400;
    private static final int KEPT_REDRAWS = 20;
    private static final double[] PROBABILITIES = {0.5, 0.9, 0.95, 0.99, 0.999};

    /** Fits {@code measured}, which holds times of one caller. */
    public static MeasuredEntry of(Measured measured) {
        List<Rounds> alone = List.copyOf(measured.scores(1).values());
        Check.notEmpty(alone, "times of " + measured.model());
        return new MeasuredEntry(
                measured, LawChoice.among(points(alone)), SampledSpread.among(alone), sharedSpeed(measured));
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
                    means.put(threads, rounds.meanNanos());
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

    /** The profile entry; {@code seed} is that of the resampling. */
    public ProfileEntry entry(String hardware, String source, long seed) {
        SortedMap<Integer, Rounds> alone = measured.scores(1);
        RandomStreams streams = new RandomStreams(seed, 0);
        List<Measurement.Calls> calls = new ArrayList<>();
        List<BatchTime> redraws = new ArrayList<>();
        for (int threads : measured.threads()) {
            List<Rounds> sizes = List.copyOf(measured.scores(threads).values());
            if (sizes.isEmpty()) {
                continue;
            }
            Bootstrap bootstrap = Bootstrap.of(sizes, REDRAWS, streams.stream("calibrate/" + threads));
            IntStream.range(0, sizes.size())
                    .forEach(i -> calls.add(calls(sizes.get(i), threads, bootstrap.interval(i))));
            if (threads == 1) {
                redraws.addAll(redraws(bootstrap));
            }
        }
        Measurement measurement = new Measurement(
                new Measurement.ModelSize(
                        measured.size().parameters(),
                        measured.size().flopsPerSample(),
                        measured.size().bytesPerSample()),
                alone.firstKey(),
                law.worstError(),
                spread.fit(),
                calls,
                training(),
                measured.meanStart()
                        .map(start -> new Measurement.ColdStart(
                                start.processNanos(), start.loadNanos(), start.answerNanos())),
                measured.quality(),
                redraws);
        return new ProfileEntry(
                measured.model(),
                hardware,
                Precision.FP32,
                BACKEND,
                new ServiceTimeLaw(law.time(), spread.spread(), alone.lastKey(), sharedSpeed),
                measured.size().weightBytes(),
                Origin.MEASURED,
                law.meanError(),
                source,
                Optional.of(measurement));
    }

    private List<BatchTime> redraws(Bootstrap bootstrap) {
        return IntStream.range(0, KEPT_REDRAWS)
                .mapToObj(redraw -> law.kind().fit(bootstrap.points(redraw)).orElseGet(law::time))
                .toList();
    }

    private static Measurement.Calls calls(Rounds rounds, int threads, double[] interval) {
        double[] sorted = rounds.sortedNanos();
        SortedMap<Double, Double> percentiles = new TreeMap<>();
        for (double probability : PROBABILITIES) {
            if (sorted.length * (1 - probability) >= 1 || probability == PROBABILITIES[0]) {
                percentiles.put(probability, Ordered.quantile(sorted, probability));
            }
        }
        return new Measurement.Calls(
                rounds.batch(),
                threads,
                rounds.count(),
                Math.rint(rounds.meanNanos()),
                Math.rint(interval[0]),
                Math.rint(interval[1]),
                percentiles);
    }

    private List<Measurement.TrainingSpeed> training() {
        List<Measurement.TrainingSpeed> speeds = new ArrayList<>();
        for (int threads : measured.threads()) {
            measured.trainings(threads)
                    .forEach((batch, rounds) -> speeds.add(new Measurement.TrainingSpeed(
                            batch, threads, threads * (double) batch * Nanos.SECOND / rounds.meanNanos())));
        }
        return speeds;
    }
}
