package dev.purser.simulator.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means over draws (seed 20261204, chosen beforehand), each within 4 standard deviations: a false alarm 6 in 100,000. */
class PausesTest {
    private static final Pauses SOME = new Pauses(100, 5, new double[] {1e6, 3e6});

    /** 5 stalls a second of 2 ms in the mean: 10 ms of stalls for each second without. */
    @Test
    void stalledShare() {
        assertEquals(10.0 / 1010, SOME.stalledShare(), 1e-15);
        assertEquals(0, new Pauses(100, 0, new double[0]).stalledShare());
    }

    /** In n seconds Poisson(5 n) stalls of mean square (1 + 9) / 2 ms^2: variance 25 n ms^2 around 10 n ms. */
    @Test
    void stallsWhileComputing() {
        int seconds = 4000;
        double stalled = 0;
        Pauses.Sampler sampler = sampler(SOME);
        for (int i = 0; i < seconds * 1000; i++) {
            stalled += sampler.during(1e6);
        }
        assertEquals(10.0 * seconds, stalled / 1e6, 4 * 5 * Math.sqrt(seconds));
    }

    /**
     * Long after an idle time began, the rest of a stall with probability 1 / 101: of 3 ms three times as often as of 1 ms,
     * half of it in the mean, 0.25 x 0.5 + 0.75 x 1.5 = 1.25 ms; mean square 0.25 / 3 + 0.75 x 3 = 7 / 3 ms^2. The two
     * idle times lie on both sides of where the way of drawing changes, a hundred cycles of 202 ms.
     */
    @ParameterizedTest
    @ValueSource(doubles = {20.1e9, 20.3e9})
    void afterIdlingForLong(double idleNanos) {
        int draws = 100_000;
        double sum = 0;
        Pauses.Sampler sampler = sampler(SOME);
        for (int i = 0; i < draws; i++) {
            sum += sampler.afterIdling(idleNanos) - 100;
        }
        double deviation = Math.sqrt(7.0 / 3 / 101 / draws);
        assertEquals(1.25 / 101, sum / draws / 1e6, 4 * deviation);
    }

    /**
     * An idle time begins without a stall: after a microsecond one has begun with probability 5e-6, so that 100,000 draws
     * meet 0.5 in the mean, and more than 6 once in a million seeds. In the long run 990 would be in one.
     */
    @Test
    void afterIdlingForAMoment() {
        Pauses.Sampler sampler = sampler(SOME);
        int stalled = 0;
        for (int i = 0; i < 100_000; i++) {
            stalled += sampler.afterIdling(1_000) > 100 ? 1 : 0;
        }
        assertTrue(stalled <= 6, "stalled " + stalled);
    }

    @Test
    void withoutStallsOnlyTheWakeUpIsLeft() {
        Pauses.Sampler sampler = sampler(new Pauses(100, 0, new double[0]));
        assertEquals(100, sampler.afterIdling(1e9));
        assertEquals(100, sampler.afterIdling(1e18));
        assertEquals(0, sampler.during(1e3 * Nanos.SECOND));
    }

    @Test
    void ratesAndLengthsGoTogether() {
        assertThrows(IllegalArgumentException.class, () -> new Pauses(0, 1, new double[0]));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(0, 0, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(-1, 0, new double[0]));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(0, 1, new double[] {0}));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(0, 1e7, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(0, 11, new double[] {1e9}));
    }

    @Test
    void equalByValue() {
        assertEquals(SOME, new Pauses(100, 5, new double[] {1e6, 3e6}));
        assertEquals(SOME.hashCode(), new Pauses(100, 5, new double[] {1e6, 3e6}).hashCode());
        assertNotEquals(SOME, new Pauses(100, 5, new double[] {1e6, 4e6}));
    }

    /** Stored states are found by the text of the law: it changes where pauses do, and is as before without them. */
    @Test
    void aLawShowsItsPauses() {
        ServiceTimeLaw law = new ServiceTimeLaw(new BatchTime.Affine(1, 1), new Spread.None(), 8, List.of(1.0));
        String paused = law.withPauses(Optional.of(SOME)).toString();
        assertEquals(law.toString().replaceFirst("]$", ", pauses=" + SOME + "]"), paused);
        assertEquals(law, law.withPauses(Optional.of(SOME)).withPauses(Optional.empty()));
    }

    private static Pauses.Sampler sampler(Pauses pauses) {
        return pauses.create(new RandomStreams(20261204, 0).stream("pauses"));
    }
}
