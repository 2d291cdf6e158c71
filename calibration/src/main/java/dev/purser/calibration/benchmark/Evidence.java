package dev.purser.calibration.benchmark;

import dev.purser.calibration.fit.Bootstrap;
import dev.purser.calibration.fit.LawChoice;
import dev.purser.calibration.fit.Ordered;
import dev.purser.calibration.fit.Rounds;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands behind a measured law: figures of every case, and how far resampled measurements agree. */
final class Evidence {
    private static final int REDRAWS = 20;
    private static final double MEDIAN = 0.5;
    private static final double[] PROBABILITIES = {MEDIAN, 0.9, 0.95, 0.99, 0.999};

    private final Measured measured;
    private final long seed;

    /** Evidence from {@code measured}; {@code seed} is that of the resampling. */
    Evidence(Measured measured, long seed) {
        this.measured = measured;
        this.seed = seed;
    }

    /** Figures of calls by callers at once and batch size. */
    List<Measurement.Calls> calls() {
        List<Measurement.Calls> calls = new ArrayList<>();
        for (int threads : measured.threads()) {
            measured.scores(threads).values().forEach(rounds -> calls.add(calls(rounds, threads)));
        }
        return calls;
    }

    private static Measurement.Calls calls(Rounds rounds, int threads) {
        double[] interval = Bootstrap.interval(rounds);
        return new Measurement.Calls(
                rounds.batch(),
                threads,
                rounds.count(),
                Math.rint(rounds.meanNanos()),
                Math.max(1, Math.rint(interval[0])),
                Math.rint(interval[1]),
                percentiles(rounds.sortedNanos()));
    }

    /** The median, and each percentile above which at least one call lies. */
    private static SortedMap<Double, Double> percentiles(double[] sorted) {
        SortedMap<Double, Double> percentiles = new TreeMap<>();
        for (double probability : PROBABILITIES) {
            if (probability == MEDIAN || sorted.length * (1 - probability) >= 1) {
                percentiles.put(probability, Ordered.quantile(sorted, probability));
            }
        }
        return percentiles;
    }

    /** Laws of the kind of {@code law}, refitted to resampled measurements of one caller. */
    List<BatchTime> redraws(LawChoice law) {
        Bootstrap alone = new Bootstrap(
                measured.calmScores(), new RandomStreams(seed, 0).stream("calibrate/" + measured.model()));
        return Stream.generate(alone::next)
                .limit(REDRAWS)
                .map(points -> law.kind().fit(points).orElseGet(law::time))
                .toList();
    }

    /** Samples trained in a second by trainings at once and batch size. */
    List<Measurement.TrainingSpeed> training() {
        List<Measurement.TrainingSpeed> speeds = new ArrayList<>();
        for (int threads : measured.threads()) {
            measured.trainings(threads)
                    .forEach((batch, rounds) -> speeds.add(new Measurement.TrainingSpeed(
                            batch, threads, threads * (double) batch * Nanos.SECOND * rounds.callsPerNano())));
        }
        return speeds;
    }
}
