package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.fit.LawKind;
import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.fit.SpreadFamily;
import dev.purser.calibration.models.ModelSize;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Synthetic times: 100 us + 2 us a sample, lognormal with sigma 0.2; two callers slow each other by a quarter. */
class MeasuredEntryTest {
    private static final int[] BATCHES = {1, 8, 64, 256, 1024};
    private static final double SIGMA = 0.2;
    private static final Optional<Pauses> STALLS = Optional.of(new Pauses(0, 1, new double[] {5e6}));
    private static final ProfileEntry ENTRY = MeasuredEntry.of(measured()).entry("box", "a test", STALLS, 5);

    /**
     * 2000 calls a size: the mean of one has a relative standard error of 0.2 / sqrt(2000) = 0.45 %. Four of them, at
     * three sizes, raise a false alarm 1 time in 5,000.
     */
    @Test
    void recoversTheLaw() {
        assertEquals(LawKind.AFFINE, MeasuredEntry.of(measured()).law().kind());
        for (int batch : new int[] {1, 100, 1024}) {
            double wanted = meanNanos(batch);
            assertEquals(wanted, ENTRY.law().time().meanNanos(batch), 0.018 * wanted);
        }
        assertEquals(1024, ENTRY.law().largestBatch());
        assertEquals(1, measurement().smallestBatch());
    }

    @Test
    void recoversTheSpread() {
        assertEquals(
                SpreadFamily.LOGNORMAL, MeasuredEntry.of(measured()).spread().family());
        assertEquals(SIGMA, ((Spread.LogNormal) ENTRY.law().spread()).sigma(), 0.01);
    }

    /** 2 / 1.25 = 1.6; the geometric mean of five ratios of means has a standard error of 0.3 %, here four of them. */
    @Test
    void recoversTheSharedSpeed() {
        assertEquals(2, ENTRY.law().sharedSpeed().size());
        assertEquals(1.6, ENTRY.law().sharedSpeed().get(1), 0.02);
    }

    @Test
    void intervalsAndPercentilesHoldTheirMeans() {
        assertEquals(10, measurement().calls().size());
        for (Measurement.Calls calls : measurement().calls()) {
            assertTrue(calls.lowNanos() < calls.meanNanos() && calls.meanNanos() < calls.highNanos(), calls.toString());
            assertTrue(calls.highNanos() - calls.lowNanos() < 0.04 * calls.meanNanos(), calls.toString());
            assertEquals(2000L * calls.threads(), calls.count());
            assertTrue(
                    calls.percentileNanos().get(0.5) < calls.percentileNanos().get(0.99));
            assertTrue(calls.percentileNanos().containsKey(0.999), "2000 calls have a p99.9");
        }
    }

    /** Two models, a second of calls of 1 ms each, one with a stall of 5 ms, which is chance: one in two seconds for both. */
    @Test
    void stallsAreThoseOfTheDevice() {
        double[] calm = new double[1000];
        Arrays.fill(calm, 1e6);
        double[] stalled = calm.clone();
        stalled[7] += 5e6;
        List<MeasuredEntry> entries = List.of(alone(calm), alone(stalled));
        Optional<Pauses> each = Optional.of(new Pauses(0, 0.5, new double[] {5e6}));
        assertEquals(List.of(each, each), MeasuredEntry.stalls(entries));
    }

    private static MeasuredEntry alone(double[] nanos) {
        Rounds rounds = Rounds.ofOneProcess(1, List.of(nanos));
        return new MeasuredEntry(
                measuredAs(Map.of(new Case(Phase.SCORE, 1, 1), rounds)),
                MeasuredEntry.of(measured()).law(),
                MeasuredEntry.of(measured()).spread(),
                List.of(1.0));
    }

    /**
     * 1 us a sample, measured to 1 %, but 30 % more at 64: an affine law or two lines would predict the other sizes best, and
     * miss this one by far more than its standard error.
     */
    @Test
    void aLawThatMissesWhatWasMeasuredGivesWayToTheTable() {
        MeasuredEntry entry = bent(1.3, 0.01);
        assertEquals(LawKind.TABLE, entry.law().kind());
        assertEquals(100_000 + 1_300 * 64, entry.law().time().meanNanos(64), 1);
    }

    /** Three rounds that lie 50 % apart have a standard error of 30 %: they do not show that 64 samples take 30 % more. */
    @Test
    void aMissWithinTheNoiseIsNoReason() {
        assertNotEquals(LawKind.TABLE, bent(1.3, 0.5).law().kind());
    }

    /** 0.1 ms and 1 us a sample, but more at 64, in three rounds that lie {@code scatter} apart. */
    private static MeasuredEntry bent(double more, double scatter) {
        Map<Case, Rounds> rounds = new HashMap<>();
        for (int batch : BATCHES) {
            double nanos = 100_000 + 1_000.0 * batch * (batch == 64 ? more : 1);
            rounds.put(
                    new Case(Phase.SCORE, batch, 1),
                    Rounds.ofOneProcess(
                            batch, List.of(new double[] {(1 - scatter) * nanos}, new double[] {nanos}, new double[] {
                                (1 + scatter) * nanos
                            })));
        }
        return MeasuredEntry.of(measuredAs(rounds));
    }

    /** How the redraws differ is the uncertainty of the mean: 0.45 % at a size, less where the line shares it. */
    @Test
    void redrawsDifferByTheUncertainty() {
        assertEquals(20, measurement().redraws().size());
        double[] times = measurement().redraws().stream()
                .mapToDouble(law -> law.meanNanos(1024) / meanNanos(1024))
                .toArray();
        double mean = Arrays.stream(times).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(times)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow());
        assertEquals(1, mean, 0.018);
        assertTrue(deviation > 0.001 && deviation < 0.01, () -> "deviation " + deviation);
    }

    /** 64 samples a step of exactly 10 ms: 6,400 a second; two trainings of 16 ms each: 8,000. */
    @Test
    void trainingIsASpeed() {
        assertEquals(
                List.of(new Measurement.TrainingSpeed(64, 1, 6400), new Measurement.TrainingSpeed(64, 2, 8000)),
                measurement().training());
    }

    @Test
    void carriesTheRest() {
        assertEquals(Origin.MEASURED, ENTRY.origin());
        assertEquals(STALLS, ENTRY.law().pauses());
        assertEquals("mlp on box at FP32 (nd4j)", ENTRY.label());
        assertEquals(4000, ENTRY.modelBytes());
        assertEquals(
                new Measurement.ModelSize(1000, 2000, 400, 3600), measurement().size());
        assertEquals(
                new Measurement.ColdStart(200, 20, 4), measurement().coldStart().orElseThrow());
        assertEquals(Map.of("accuracy", 0.9), measurement().quality());
    }

    @Test
    void theSameTimesAndSeedGiveTheSameEntry() {
        ProfileEntry again = MeasuredEntry.of(measured()).entry("box", "a test", STALLS, 5);
        assertEquals(ENTRY.measurement(), again.measurement());
    }

    @Test
    void theTableHasARowForEachModel() {
        String table = MeasuredTable.of(List.of(MeasuredEntry.of(measured())));
        assertEquals(3, table.lines().count(), table);
        assertTrue(table.contains("| mlp | FP32 | 1000 | 1 to 1024 | 10"), table);
        assertTrue(table.contains("affine") && table.contains("with 2 |"), table);
    }

    private static Measurement measurement() {
        return ENTRY.measurement().orElseThrow();
    }

    private static double meanNanos(int batch) {
        return 100_000 + 2000.0 * batch;
    }

    private static Measured measured() {
        Map<Case, Rounds> rounds = new HashMap<>();
        for (int batch : BATCHES) {
            rounds.put(new Case(Phase.SCORE, batch, 1), drawn(batch, meanNanos(batch), 500, batch));
            rounds.put(new Case(Phase.SCORE, batch, 2), drawn(batch, 1.25 * meanNanos(batch), 1000, 5000 + batch));
        }
        rounds.put(new Case(Phase.TRAIN, 64, 1), Rounds.ofOneProcess(64, List.of(new double[] {9e6, 11e6})));
        rounds.put(new Case(Phase.TRAIN, 64, 2), Rounds.ofOneProcess(64, List.of(new double[] {16e6, 16e6})));
        return measuredAs(rounds);
    }

    private static Measured measuredAs(Map<Case, Rounds> rounds) {
        return new Measured(
                "mlp",
                Precision.FP32,
                new ModelSize(1000, 4000, 2000, 400, 3600),
                new TreeMap<>(Map.of("accuracy", 0.9)),
                List.of(new Measured.FreshStart(100, 10, 2), new Measured.FreshStart(300, 30, 6)),
                rounds);
    }

    private static Rounds drawn(int batch, double meanNanos, int calls, int replication) {
        Spread.Factor factor =
                new Spread.LogNormal(SIGMA).create(new RandomStreams(20260313, replication).stream("times"));
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            double[] nanos = new double[calls];
            Arrays.setAll(nanos, i -> meanNanos * factor.next(1));
            rounds.add(nanos);
        }
        return Rounds.ofOneProcess(batch, rounds);
    }
}
