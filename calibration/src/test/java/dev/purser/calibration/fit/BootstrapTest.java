package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void timesThatDoNotScatterHaveNoInterval() {
        Bootstrap bootstrap = bootstrap(new Rounds(1, List.of(new double[] {7, 7}, new double[] {7})), 50);
        assertArrayEquals(new double[] {7, 7}, bootstrap.interval(0));
        assertEquals(7, bootstrap.points(49).get(0).meanNanos());
    }

    /** Two rounds of 100 and 300: their mean is 100, 200 or 300, each end one time in four. */
    @Test
    void roundsThatDifferAreNotTakenForAgreement() {
        double[] fast = filled(500, 100);
        double[] slow = filled(500, 300);
        assertArrayEquals(
                new double[] {100, 300},
                bootstrap(new Rounds(1, List.of(fast, slow)), 200).interval(0));
    }

    /** Medians 100, 120 and 110: 120 / 100 - 1. The stall in the last round moves no median. */
    @Test
    void noiseIsTheRangeOfTheRoundsMedians() {
        Rounds rounds = new Rounds(
                1, List.of(new double[] {100, 100, 101}, new double[] {120, 119, 121}, new double[] {110, 109, 9000}));
        assertEquals(0.2, rounds.noise(), 1e-12);
        assertEquals(0, new Rounds(1, List.of(new double[] {5, 7})).noise());
    }

    /** Two sizes whose second round is slow by the same factor: all redraws keep their ratio. */
    @Test
    void sizesOfOneRoundStayTogether() {
        Rounds one = new Rounds(1, List.of(filled(5, 100), filled(5, 200)));
        Rounds other = new Rounds(8, List.of(filled(9, 1000), filled(9, 2000)));
        Bootstrap bootstrap = Bootstrap.of(List.of(one, other), 40, random(0));
        for (int redraw = 0; redraw < 40; redraw++) {
            var points = bootstrap.points(redraw);
            assertEquals(10, points.get(1).meanNanos() / points.get(0).meanNanos(), 0.1);
        }
    }

    /**
     * 200 measurements of 10 rounds of 30 exponential times each: a nominal 95 % interval covers the true mean in 91 to
     * 95 % of them (percentile intervals of ten rounds are too narrow by a tenth). With coverage 0.91, 168 or fewer
     * hits come 1 time in 1,000.
     */
    @Test
    void intervalsCoverTheTrueMean() {
        int hits = 0;
        for (int measurement = 0; measurement < 200; measurement++) {
            UniformRandomProvider random = random(measurement);
            Spread.Factor factor = new Spread.Exponential().create(random);
            List<double[]> rounds = new ArrayList<>();
            for (int round = 0; round < 10; round++) {
                double[] nanos = new double[30];
                Arrays.setAll(nanos, i -> 1000 * factor.next());
                rounds.add(nanos);
            }
            double[] interval =
                    Bootstrap.of(List.of(new Rounds(1, rounds)), 200, random).interval(0);
            hits += interval[0] <= 1000 && 1000 <= interval[1] ? 1 : 0;
        }
        int covered = hits;
        assertTrue(hits > 168, () -> "covered " + covered + " of 200");
    }

    private static Bootstrap bootstrap(Rounds rounds, int redraws) {
        return Bootstrap.of(List.of(rounds), redraws, random(0));
    }

    private static UniformRandomProvider random(int replication) {
        return new RandomStreams(20260312, replication).stream("bootstrap");
    }

    private static double[] filled(int count, double nanos) {
        double[] times = new double[count];
        Arrays.fill(times, nanos);
        return times;
    }
}
