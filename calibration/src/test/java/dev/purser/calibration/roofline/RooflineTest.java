package dev.purser.calibration.roofline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.EstimateBand;
import dev.purser.simulator.hardware.ImportedSweep;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RooflineTest {
    private static final Accelerator SLOW = card("slow", 100e9, 10e12);
    /** Four times the bandwidth, ten times the peak. */
    private static final Accelerator FAST = card("fast", 400e9, 100e12);

    private static final Accelerator MIDDLE = card("middle", 200e9, 10e12);

    /** Slow: 20 operations a byte take 2 ps a byte by the peak, 10 ps by the bandwidth; at 200 it is 20 ps and 10 ps. */
    @Test
    void theHigherCeilingCounts() {
        assertEquals(1 / 4.0, new Roofline(20, 20).ratio(SLOW, FAST, Precision.FP16), 1e-12);
        assertEquals(2.5 / 20, new Roofline(200, 200).ratio(SLOW, FAST, Precision.FP16), 1e-12);
        assertEquals(1 / 10.0, new Roofline(1e6, 1e6).ratio(SLOW, FAST, Precision.FP16), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Roofline(1, 1).ratio(SLOW, FAST, Precision.FP8));
    }

    /** Twice the bandwidth and the same peak, but the same times: the peak binds. Half the times: the bandwidth. */
    @Test
    void intensityIsFittedToWhatIsKnown() {
        Roofline byPeak = Roofline.of(List.of(known(SLOW, 800), known(MIDDLE, 800)));
        Roofline byBandwidth = Roofline.of(List.of(known(SLOW, 800), known(MIDDLE, 400)));
        assertEquals(1, byPeak.ratio(SLOW, MIDDLE, Precision.FP16), 1e-12);
        assertEquals(0.5, byBandwidth.ratio(SLOW, MIDDLE, Precision.FP16), 1e-12);
    }

    /** On two cards of 50 and 100 operations a byte the peak binds from 100 on, whatever more it may be. */
    @Test
    void whatTheKnownCardsLeaveOpenWidensTheBand() {
        List<Known> known = List.of(known(SLOW, 800), known(MIDDLE, 800));
        Roofline byPeak = Roofline.of(known);
        assertEquals(100, byPeak.lowest(), 1e-9);
        assertEquals(10_000, byPeak.highest(), 1e-6);
        Estimate estimate = Estimate.of(known, FAST);
        double atLeast = 1 / 10.0;
        double atMost = 2.5 / 10;
        assertEquals(Math.sqrt(atLeast * atMost) * 800 * 64, estimate.nanos(64), 1e-6);
        assertEquals(2 * Math.sqrt(atMost / atLeast), estimate.factor(), 1e-9, "twice, and what is open");
    }

    /** Peaks as 10 to 3, times as their inverse: exact from 100 operations a byte on, but for rounding. */
    @Test
    void roundingDoesNotChooseAmongIntensities() {
        Accelerator third = card("third", 200e9, 3e12);
        Roofline byPeak = Roofline.of(List.of(known(SLOW, 800), known(third, 800 * 10.0 / 3)));
        assertEquals(100, byPeak.lowest(), 1e-9);
        assertEquals(10_000, byPeak.highest(), 1e-6);
    }

    /** Measured at 8 and 64 only, but padded to 16 and 32 as well, which the estimate keeps. */
    @Test
    void stepsThatNobodyMeasuredStaySteps() {
        BatchTime steps = new BatchTime.PaddedSteps(new int[] {8, 16, 32, 64}, new double[] {10, 20, 40, 80});
        ProfileEntry entry =
                entry(SLOW, new ServiceTimeLaw(steps, new Spread.None(), 64)).with(sweep(8, 64));
        ProfileEntry estimate =
                Estimate.of(List.of(new Known(entry, SLOW)), FAST).entry();
        assertArrayEquals(
                new int[] {8, 16, 32, 64},
                assertInstanceOf(BatchTime.PaddedSteps.class, estimate.law().time())
                        .sizes());
        assertEquals(20 / 4.0, estimate.law().time().meanNanos(9), 1e-9);
    }

    /** Two cards without overlap say nothing of each other. */
    @Test
    void sizesAreThoseThatAllCardsReach() {
        Known small = swept(SLOW, 1, 4, 16);
        Known large = swept(FAST, 8, 32);
        assertArrayEquals(new int[] {8, 16}, Known.commonSizes(List.of(small, large)));
        assertArrayEquals(new int[] {1, 4, 16}, Known.commonSizes(List.of(small)));
        assertEquals(
                new EstimateBand(2, 8),
                Estimate.of(List.of(large), MIDDLE).entry().band().orElseThrow());
        List<Known> apart = List.of(small, swept(FAST, 32));
        assertFalse(Known.overlap(apart));
        assertEquals(
                "m at FP16 (b): batch sizes must overlap from card to card, got 1 to 16 on slow, 32 to 32 on fast",
                Known.apart(apart));
        Workloads workloads = new Workloads(List.of(apart, List.of(large)));
        assertEquals(1, workloads.estimates(MIDDLE).size());
        assertEquals(List.of(Known.apart(apart)), workloads.apart(MIDDLE));
        assertEquals(List.of(), workloads.leftOut());
    }

    private static Known swept(Accelerator card, int... sizes) {
        ServiceTimeLaw law =
                new ServiceTimeLaw(new BatchTime.Affine(0, 800), new Spread.None(), sizes[sizes.length - 1]);
        return new Known(entry(card, law).with(sweep(sizes)), card);
    }

    private static ImportedSweep sweep(int... sizes) {
        return new ImportedSweep(
                Double.NaN,
                Double.NaN,
                Arrays.stream(sizes)
                        .mapToObj(size -> new ImportedSweep.Point(size, 800.0 * size, new TreeMap<>()))
                        .toList());
    }

    /** Slow: 100 us beside the card, 8 us a sample on it. Bandwidth binds: a quarter on the fast card. */
    @Test
    void hostTimeStaysAndCardTimeScales() {
        Known known = known(SLOW, 8000, Optional.of(new BatchTime.Affine(100_000, 0)));
        ProfileEntry entry = Estimate.of(List.of(known), FAST).entry();
        assertEquals(Origin.ESTIMATED, entry.origin());
        assertEquals("fast", entry.hardware());
        assertEquals(100_000 + 2000 * 64, entry.law().time().meanNanos(64), 1);
        assertEquals(100_000, entry.law().hostShare(64) * entry.law().time().meanNanos(64), 1);
        assertTrue(Double.isNaN(entry.fitError()), "nobody can know");
        assertTrue(entry.source().startsWith("estimated by the roofline from slow, may be off by a factor of 2.0"));
        BatchTime.Table table =
                assertInstanceOf(BatchTime.Table.class, entry.law().time());
        assertArrayEquals(new int[] {1, 4, 16, 64}, table.sizes());
    }

    /** Times as the bandwidths: each card follows from the others without error. Times that all stay: it does not. */
    @Test
    void errorIsThatOfCardsLeftOut() {
        assertEquals(0, LeaveOut.meanError(List.of(known(SLOW, 800), known(FAST, 200))), 1e-12);
        assertEquals(1, LeaveOut.worstFactor(List.of(known(SLOW, 800), known(FAST, 200))), 1e-12);
        List<Known> same = List.of(known(SLOW, 800), known(FAST, 800));
        assertEquals((0.75 + 3) / 2, LeaveOut.meanError(same), 1e-9, "a quarter of the time, then four times");
        assertEquals(4, LeaveOut.worstFactor(same), 1e-9);
        double fromHalfToAll = Math.sqrt(2);
        assertEquals(4 * fromHalfToAll, Estimate.of(same, MIDDLE).factor(), 1e-9, "bound by bandwidth, or just so");
    }

    private static Known known(Accelerator card, double perSampleNanos) {
        return known(card, perSampleNanos, Optional.empty());
    }

    private static Known known(Accelerator card, double perSampleNanos, Optional<BatchTime.Affine> host) {
        double fixedNanos = host.map(BatchTime.Affine::fixedNanos).orElse(0.0);
        ServiceTimeLaw law = new ServiceTimeLaw(
                        new BatchTime.Affine(fixedNanos, perSampleNanos), new Spread.LogNormal(0.1), 64)
                .withHostTime(host);
        return new Known(entry(card, law), card);
    }

    private static ProfileEntry entry(Accelerator card, ServiceTimeLaw law) {
        return new ProfileEntry("m", card.model(), Precision.FP16, "b", law, 0, Origin.IMPORTED, 0.01, "a test");
    }

    private static Accelerator card(String name, double bandwidth, double peak) {
        return new Accelerator(name, 1L << 34, bandwidth, Map.of(Precision.FP16, peak), 100);
    }
}
