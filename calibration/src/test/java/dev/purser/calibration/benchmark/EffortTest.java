package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffortTest {

    @Test
    void quickTimesFiveSizesWithOneCallerAndAll() {
        Effort quick = Effort.quick(8, 1024);
        assertEquals(List.of(1, 8, 64, 256, 1024), quick.batches());
        assertEquals(List.of(1, 8), quick.threads());
        assertEquals(12, quick.cases().size());
        assertEquals(new Case(Phase.TRAIN, 64, 8), quick.cases().get(11));
    }

    @Test
    void oneCoreHasOneCaller() {
        assertEquals(List.of(1), Effort.quick(1, 1024).threads());
        assertEquals(6, Effort.quick(1, 1024).cases().size());
    }

    @Test
    void fullHasSizesBetweenPowersOfTwo() {
        Effort full = Effort.full(2, 1024);
        assertEquals(
                List.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024),
                full.batches());
        assertEquals(List.of(1, 2), full.threads());
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 16, 20), Effort.full(20, 64).threads());
    }

    @Test
    void theLargestBatchIsMeasured() {
        assertEquals(List.of(1, 8, 64, 100), Effort.quick(2, 100).batches());
        assertEquals(List.of(1, 8, 64, 256, 1024, 4096), Effort.quick(2, 4096).batches());
        assertEquals(List.of(4), Effort.quick(2, 4).trainingBatches());
    }

    /** In rising order; training, and other formats, as far as they reach. */
    @Test
    void whoeverNamesSizesGetsThose() {
        Effort named = Effort.full(2, 1024).withBatches(List.of(48, 16, 100, 16, 64));
        assertEquals("full --batches 16,48,64,100", named.name());
        assertEquals(List.of(16, 48, 64, 100), named.batches());
        assertEquals(List.of(16, 64, 100), named.trainingBatches());
        assertEquals(List.of(16, 48, 64, 100), named.in(Precision.FP64).batches());
        assertEquals(List.of(16, 48, 64), named.in(Precision.FP16).batches());
        assertEquals(
                List.of(64),
                Effort.quick(2, 1024)
                        .withBatches(List.of(512))
                        .in(Precision.BF16)
                        .batches());
        assertEquals(
                List.of(64), Effort.quick(2, 1024).withBatches(List.of(512)).trainingBatches());
        assertEquals(List.of(2), Effort.quick(2, 1024).withBatches(List.of(2)).trainingBatches());
    }

    @Test
    void otherFormatsAreTimedAtFewSizesAndNotTrained() {
        Effort full = Effort.full(4, 1024);
        assertEquals(full, full.in(Precision.FP32));
        assertEquals(List.of(1, 8, 64, 256, 1024), full.in(Precision.FP64).batches());
        assertEquals(List.of(1, 4), full.in(Precision.FP64).threads());
        assertEquals(10, full.in(Precision.FP64).cases().size());
        assertEquals(List.of(1, 8, 64), full.in(Precision.FP16).batches());
        assertEquals(List.of(1, 8, 32), Effort.full(2, 32).in(Precision.BF16).batches());
    }

    /** 46 cases x 3.5 rounds of 0.5 s and 3 s of start, five times: 417.5 s. */
    @Test
    void fullSaysHowLongItTakes() {
        Effort full = Effort.full(2, 1024);
        assertEquals(46, full.cases().size());
        assertEquals(417.5, full.seconds(full.roundNanos(1, 0)), 1e-6);
    }

    /** All formats: 46, 10, 6 and 6 cases x 3.5 rounds of 50 ms, and 3 s of start for each format, five times. */
    @Test
    void roundsOfFiftyMillisecondsTakeAFifthOfTheTime() {
        Effort full = Effort.full(2, 1024);
        assertEquals(119.5, secondsInAllFormats(full.withRoundsOf(50 * Nanos.MILLISECOND)), 1e-6);
        assertEquals(655, secondsInAllFormats(full), 1e-6);
    }

    private static double secondsInAllFormats(Effort effort) {
        return Formats.all().stream()
                .mapToDouble(precision -> effort.in(precision).seconds(effort.roundNanos(1, 0)))
                .sum();
    }

    @Test
    void theNameSaysTheLengthOfRoundsUnlessItIsTheUsualOne() {
        Effort full = Effort.full(2, 1024);
        assertEquals(
                "full --round '50 ms'",
                full.withRoundsOf(50 * Nanos.MILLISECOND).name());
        assertEquals(full, full.withRoundsOf(500 * Nanos.MILLISECOND));
    }

    /** 14 models x (12 cases x 6 rounds, half of them to warm up, + 3 s of process) in 140 s: rounds of 97 ms. */
    @Test
    void quickFitsItsBudget() {
        Effort quick = Effort.quick(2, 1024);
        assertEquals(7 * Nanos.SECOND / 72.0, quick.roundNanos(14, 0), 1);
        assertEquals(7 * Nanos.SECOND / 72.0, quick.roundNanos(7, 70 * Nanos.SECOND), 1, "on time half-way");
        assertEquals(2 * Nanos.SECOND / 72.0, quick.roundNanos(7, 105 * Nanos.SECOND), 1, "35 s late");
        assertEquals(500 * Nanos.MILLISECOND, quick.roundNanos(1, 0), "no longer than it helps");
        assertEquals(20 * Nanos.MILLISECOND, quick.roundNanos(3, 500 * Nanos.SECOND), "no shorter than it helps");
        assertEquals(500 * Nanos.MILLISECOND, Effort.full(2, 1024).roundNanos(15, 0));
    }
}
