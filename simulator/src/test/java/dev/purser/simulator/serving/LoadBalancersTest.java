package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.random.RandomStreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Picks among five replicas, 20,000 times; each check of shares raises a false alarm 1 time in 10,000. */
class LoadBalancersTest {
    private static final int PICKS = 20_000;
    private final Station station = new Station();

    @BeforeEach
    void fiveReplicas() {
        station.replicas = 5;
        station.prepare(1, 0);
        // Loads are set by hand here, not read from departures.
        station.set.setExpress(false);
    }

    @ParameterizedTest
    @CsvSource({"random", "two-choices", "least-outstanding", "round-robin"})
    void equalReplicasAreEquallyLikely(String label) {
        assertShares(label, 0.2, 0.2, 0.2, 0.2, 0.2);
    }

    @Test
    void leastOutstandingTakesOneOfTheLeast() {
        outstanding(3, 1, 1, 2, 1);
        assertShares("least-outstanding", 0, 1 / 3.0, 1 / 3.0, 0, 1 / 3.0);
    }

    /** With loads 0 < 1 < 2 < 3 < 4, replica i wins against all above: (4 - i) of 10 pairs. */
    @Test
    void twoChoicesTakesTheLessLoadedOfAPair() {
        outstanding(0, 1, 2, 3, 4);
        assertShares("two-choices", 0.4, 0.3, 0.2, 0.1, 0);
    }

    @Test
    void randomLooksAtNothing() {
        outstanding(0, 1, 2, 3, 4);
        assertShares("random", 0.2, 0.2, 0.2, 0.2, 0.2);
    }

    @Test
    void roundRobinGoesRound() {
        LoadBalancer balancer = balancer("round-robin");
        for (int i = 0; i < 12; i++) {
            assertEquals(i % 5, balancer.pick(station.set.ready()));
        }
        station.set.scaleTo(2);
        assertEquals(0, balancer.pick(station.set.ready()));
        assertEquals(1, balancer.pick(station.set.ready()));
        assertEquals(0, balancer.pick(station.set.ready()));
    }

    @Test
    void loneReplicaTakesAll() {
        station.set.scaleTo(1);
        for (String label : LoadBalancers.labels()) {
            assertEquals(0, balancer(label).pick(station.set.ready()), label);
        }
    }

    @Test
    void unknownNameListsTheKnownOnes() {
        var refused = assertThrows(IllegalArgumentException.class, () -> LoadBalancers.of("fastest"));
        assertEquals(
                "balancer: got fastest, must be one of random, round-robin, two-choices, least-outstanding",
                refused.getMessage());
    }

    private void outstanding(int... counts) {
        for (int i = 0; i < counts.length; i++) {
            station.set.ready().setOutstanding(i, counts[i]);
        }
    }

    private void assertShares(String label, double... shares) {
        LoadBalancer balancer = balancer(label);
        long[] picks = new long[shares.length];
        for (int i = 0; i < PICKS; i++) {
            picks[balancer.pick(station.set.ready())]++;
        }
        for (int i = 0; i < shares.length; i++) {
            double deviation = Math.sqrt(shares[i] * (1 - shares[i]) * PICKS);
            // 4.265: both tails of a standard normal variable hold 1 in 50,000, five shares together 1 in 10,000.
            assertEquals(shares[i] * PICKS, picks[i], 4.265 * deviation, label + " " + i);
        }
    }

    private static LoadBalancer balancer(String label) {
        return LoadBalancers.of(label).create(new RandomStreams(20260316, 0).stream(label));
    }
}
