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
import java.util.stream.IntStream;

/** What stands behind a measured law: figures of every case, and how far resampled measurements agree. */
final class Evidence {
    private static final int REDRAWS = 400;
    private static final int KEPT_REDRAWS = 20;
    private static final double MEDIAN = 0.5;
    private static final double[] PROBABILITIES = {MEDIAN, 0.9, 0.95, 0.99, 0.999};

    private final Measured measured;
    private final SortedMap<Integer, Bootstrap> bootstraps = new TreeMap<>();
    private final Bootstrap alone;

    /** Evidence from {@code measured}; {@code seed} is that of the resampling. */
    Evidence(Measured measured, long seed) {
        this.measured = measured;
        RandomStreams streams = new RandomStreams(seed, 0);
        this.alone = Bootstrap.of(measured.calmScores(), REDRAWS, streams.stream("calibrate/law"));
        for (int threads : measured.threads()) {
            List<Rounds> sizes = sizes(threads);
            if (!sizes.isEmpty()) {
                bootstraps.put(threads, Bootstrap.of(sizes, REDRAWS, streams.stream("calibrate/" + threads)));
            }
        }
    }

    private List<Rounds> sizes(int threads) {
        return List.copyOf(measured.scores(threads).values());
    }

    /** Figures of calls by callers at once and batch size. */
    List<Measurement.Calls> calls() {
        List<Measurement.Calls> calls = new ArrayList<>();
        bootstraps.forEach((threads, bootstrap) -> {
            List<Rounds> sizes = sizes(threads);
            for (int i = 0; i < sizes.size(); i++) {
                calls.add(calls(sizes.get(i), threads, bootstrap.interval(i)));
            }
        });
        return calls;
    }

    private static Measurement.Calls calls(Rounds rounds, int threads, double[] interval) {
        return new Measurement.Calls(
                rounds.batch(),
                threads,
                rounds.count(),
                Math.rint(rounds.meanNanos()),
                Math.rint(interval[0]),
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
        return IntStream.range(0, KEPT_REDRAWS)
                .mapToObj(redraw -> law.kind().fit(alone.points(redraw)).orElseGet(law::time))
                .toList();
    }

    /** Samples trained in a second by trainings at once and batch size. */
    List<Measurement.TrainingSpeed> training() {
        List<Measurement.TrainingSpeed> speeds = new ArrayList<>();
        for (int threads : measured.threads()) {
            measured.trainings(threads)
                    .forEach((batch, rounds) -> speeds.add(new Measurement.TrainingSpeed(
                            batch, threads, threads * (double) batch * Nanos.SECOND / rounds.meanNanos())));
        }
        return speeds;
    }
}
