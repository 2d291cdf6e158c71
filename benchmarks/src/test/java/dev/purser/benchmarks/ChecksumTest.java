package dev.purser.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every row simulates what it says: a wrong model cannot win. M/M/c by a Student interval over ten replications (seed
 * chosen beforehand) with a false-alarm rate of 1 in 10,000; 14 such checks together raise a false alarm with
 * probability below 0.2 %. In the hold model the time for n events is gamma with n degrees: 5 standard deviations.
 */
class ChecksumTest {
    private static final int REPLICATIONS = 10;
    private static final double FALSE_ALARM = 1e-4;

    enum Station {
        PURSER_SERVICE(PurserService::meanWait),
        PURSER_EVENTS(PurserEvents::meanWait),
        SSJ_AS_SHIPPED(SsjStation::meanWaitAsShipped),
        SSJ_TUNED(SsjStation::meanWaitTuned),
        DSOL(DsolStation::meanWait),
        BARE_LOOP(BareLoop::meanWait),
        LIMIT(Limit::meanWait);

        private final ToDoubleFunction<Load> meanWait;

        Station(ToDoubleFunction<Load> meanWait) {
            this.meanWait = meanWait;
        }
    }

    enum Holding {
        PURSER_EVENTS(Hold::purser),
        SSJ_AS_SHIPPED(Hold::ssjAsShipped),
        SSJ_TUNED(Hold::ssjTuned),
        DSOL(Hold::dsol),
        BARE_LOOP(Hold::bareLoop);

        private final IntFunction<Hold> maker;

        Holding(IntFunction<Hold> maker) {
            this.maker = maker;
        }
    }

    @ParameterizedTest
    @EnumSource
    void meanWaitInMm1IsPollaczekKhinchine(Station row) {
        assertMean(row, 1, 500_000, Load.RHO / (1 - Load.RHO), 0.1);
    }

    @ParameterizedTest
    @EnumSource
    void meanWaitInMm32IsErlangC(Station row) {
        double offered = 32 * Load.RHO;
        double blocked = 1;
        for (int n = 1; n <= 32; n++) {
            blocked = offered * blocked / (n + offered * blocked);
        }
        double waits = blocked / (1 - Load.RHO * (1 - blocked));
        assertMean(row, 32, 500_000, waits / (32 * (1 - Load.RHO)), 0.2);
    }

    @ParameterizedTest
    @EnumSource
    void pendingEventsAreAPoissonProcess(Holding row) {
        int pending = 1000;
        int events = 200_000;
        Hold hold = row.maker.apply(pending);
        hold.holds(10 * pending);
        double expected = (double) events / pending;
        assertEquals(expected, hold.holds(events), 5 * Math.sqrt(events) / pending);
    }

    private static void assertMean(Station row, int servers, long requests, double expected, double sharpness) {
        double[] waits = IntStream.range(0, REPLICATIONS)
                .mapToDouble(replication -> row.meanWait.applyAsDouble(new Load(servers, requests, replication)))
                .toArray();
        double mean = Arrays.stream(waits).average().orElseThrow();
        double squares =
                Arrays.stream(waits).map(wait -> (wait - mean) * (wait - mean)).sum();
        double t = TDistribution.of(REPLICATIONS - 1.0).inverseSurvivalProbability(FALSE_ALARM / 2);
        double halfWidth = t * Math.sqrt(squares / (REPLICATIONS - 1) / REPLICATIONS);
        assertEquals(expected, mean, halfWidth);
        assertTrue(halfWidth < sharpness * expected, row + ": +- " + halfWidth + " is too wide to prove anything");
    }
}
