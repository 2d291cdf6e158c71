package dev.purser.simulator.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
     * After the wake-up the rest of a stall with probability 1 / 101: of 3 ms three times as often as of 1 ms, half of it
     * in the mean, 0.25 x 0.5 + 0.75 x 1.5 = 1.25 ms; mean square 0.25 / 3 + 0.75 x 3 = 7 / 3 ms^2.
     */
    @Test
    void afterIdling() {
        int draws = 400_000;
        double sum = 0;
        Pauses.Sampler sampler = sampler(SOME);
        for (int i = 0; i < draws; i++) {
            sum += sampler.afterIdling() - 100;
        }
        double deviation = Math.sqrt(7.0 / 3 / 101 / draws);
        assertEquals(1.25 / 101, sum / draws / 1e6, 4 * deviation);
    }

    @Test
    void withoutStallsOnlyTheWakeUpIsLeft() {
        Pauses.Sampler sampler = sampler(new Pauses(100, 0, new double[0]));
        assertEquals(100, sampler.afterIdling());
        assertEquals(0, sampler.during(1e3 * Nanos.SECOND));
    }

    @Test
    void ratesAndLengthsGoTogether() {
        assertThrows(IllegalArgumentException.class, () -> new Pauses(0, 1, new double[0]));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(0, 0, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(-1, 0, new double[0]));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(0, 1, new double[] {0}));
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
