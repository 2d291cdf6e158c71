package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {
    private static final int MEASUREMENTS = 400;

    @Test
    void timesThatDoNotScatterHaveNoInterval() {
        Rounds rounds = Rounds.ofOneProcess(1, List.of(new double[] {7, 7}, new double[] {7}));
        assertArrayEquals(new double[] {7, 7}, Bootstrap.interval(rounds), 1e-12);
        assertEquals(7, new Bootstrap(List.of(rounds), random(0)).next().get(0).meanNanos());
    }

    /**
     * Rounds of 100 and 400: logarithms ln 200 -+ ln 2, standard error ln 2. Student's 97.5 % quantile with one degree of
     * freedom is tan(0.475 pi) = 12.7062, so that the interval is 250 / 2^12.7062 to 250 x 2^12.7062.
     */
    @Test
    void twoRoundsSayNextToNothing() {
        Rounds rounds = Rounds.ofOneProcess(1, List.of(new double[] {100}, new double[] {400}));
        double factor = Math.pow(2, Math.tan(0.475 * Math.PI));
        assertArrayEquals(new double[] {250 / factor, 250 * factor}, Bootstrap.interval(rounds), 1e-3);
    }

    /** Of two processes with three rounds each the two means of processes count: 100 and 400, as above. */
    @Test
    void processesAreTheWitnessesWhereThereAreSeveral() {
        List<RoundTimes> rounds = new ArrayList<>();
        for (int process = 0; process < 2; process++) {
            for (double off : new double[] {-10, 0, 10}) {
                double nanos = (process == 0 ? 100 : 400) + off;
                rounds.add(new RoundTimes(process, List.of(new double[] {nanos, nanos})));
            }
        }
        double factor = Math.pow(2, Math.tan(0.475 * Math.PI));
        assertArrayEquals(new double[] {250 / factor, 250 * factor}, Bootstrap.interval(new Rounds(1, rounds)), 1e-3);
    }

    @Test
    void oneRoundAloneIsRefused() {
        Rounds one = Rounds.ofOneProcess(8, List.of(new double[] {5, 7}));
        String message = assertThrows(IllegalArgumentException.class, () -> Bootstrap.interval(one))
                .getMessage();
        assertTrue(message.contains("rounds of batch 8"), message);
    }

    /** Two sizes whose second round is slow by the same factor: all draws keep their ratio. */
    @Test
    void sizesOfOneRoundStayTogether() {
        Rounds one = Rounds.ofOneProcess(1, List.of(filled(5, 1e5), filled(5, 1.2e5), filled(5, 1.1e5)));
        Rounds other = Rounds.ofOneProcess(8, List.of(filled(9, 1e6), filled(9, 1.2e6), filled(9, 1.1e6)));
        Bootstrap bootstrap = new Bootstrap(List.of(one, other), random(0));
        for (int draw = 0; draw < 40; draw++) {
            List<MeasuredPoint> points = bootstrap.next();
            assertEquals(10, points.get(1).meanNanos() / points.get(0).meanNanos(), 1e-3);
        }
    }

    /**
     * Draws lie within the interval as often as it says, 95 times in 100: of 2,000 between 1,858 and 1,937, which a sound
     * bootstrap misses 1 time in 20,000.
     */
    @Test
    void drawsAgreeWithTheInterval() {
        Rounds rounds = measurement(1, 4, 0.05, 0, random(0));
        double[] interval = Bootstrap.interval(rounds);
        Bootstrap bootstrap = new Bootstrap(List.of(rounds), random(1));
        int within = 0;
        for (int draw = 0; draw < 2000; draw++) {
            double nanos = bootstrap.next().get(0).meanNanos();
            within += interval[0] <= nanos && nanos <= interval[1] ? 1 : 0;
        }
        int counted = within;
        assertTrue(within >= 1858 && within <= 1937, () -> counted + " of 2000");
    }

    /**
     * 400 measurements with a true mean of 0.1 ms: rounds differ by 5 %, processes by 5 %, calls are exponential, 30 a
     * round. A 95 % interval covers the mean in 380 of them; 359 or fewer, or 396 or more, come 3 times in 100,000. The
     * percentile bootstrap over two rounds covers it in half of them.
     */
    @ParameterizedTest
    @CsvSource({"1, 2", "1, 3", "1, 4", "3, 3", "5, 3"})
    void intervalsCoverTheTrueMean(int processes, int rounds) {
        double ofProcesses = processes > 1 ? 0.05 : 0;
        int hits = 0;
        for (int measurement = 0; measurement < MEASUREMENTS; measurement++) {
            double[] interval =
                    Bootstrap.interval(measurement(processes, rounds, 0.05, ofProcesses, random(measurement)));
            hits += interval[0] <= 1e5 && 1e5 <= interval[1] ? 1 : 0;
        }
        int covered = hits;
        assertTrue(hits >= 360 && hits <= 395, () -> "covered " + covered + " of " + MEASUREMENTS);
    }

    private static Rounds measurement(
            int processes, int rounds, double ofRounds, double ofProcesses, UniformRandomProvider random) {
        Spread.Factor process = new Spread.LogNormal(ofProcesses).create(random);
        Spread.Factor round = new Spread.LogNormal(ofRounds).create(random);
        Spread.Factor call = new Spread.Exponential().create(random);
        List<RoundTimes> times = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            double mood = process.next(1);
            for (int j = 0; j < rounds; j++) {
                double mean = 1e5 * mood * round.next(1);
                double[] nanos = new double[30];
                Arrays.setAll(nanos, k -> mean * call.next(1));
                times.add(new RoundTimes(i, List.of(nanos)));
            }
        }
        return new Rounds(1, times);
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
