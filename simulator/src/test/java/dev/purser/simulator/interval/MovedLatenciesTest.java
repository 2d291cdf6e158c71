package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovedLatenciesTest {
    private final Tally tally = new Tally(0, Nanos.NEVER);
    private final MovedLatencies latencies =
            new MovedLatencies(TestSaturation.of(100, 0).latencies());

    /** From 100 s to 200 s, and back again in small steps: all quantiles are those of an even distribution. */
    @Test
    void evenWaitsStayEven() {
        latencies.count(1000, 100.0 * Nanos.SECOND, 200.0 * Nanos.SECOND, List.of(tally), 0);
        for (int second = 200; second > 100; second--) {
            latencies.count(10, second * 1e9, (second - 1) * 1e9, List.of(tally), 0);
        }
        double[] shares = {0.1, 0.5, 0.95, 0.99};
        LatencyQuantile[] quantiles = tally.intervalLatency().quantiles(shares);
        for (int i = 0; i < shares.length; i++) {
            double expected = (100 + 100 * shares[i]) * Nanos.SECOND;
            assertEquals(expected, quantiles[i].nanos(), 0.004 * expected);
        }
        assertEquals(150, tally.intervalLatency().meanNanos() / Nanos.SECOND, 0.1);
    }

    @Test
    void aWaitThatStaysIsItself() {
        latencies.count(10, 70.0 * Nanos.SECOND, 70.0 * Nanos.SECOND, List.of(tally), 0);
        assertEquals(70, tally.intervalLatency().quantiles(0.5)[0].nanos() / 1e9, 0.3);
        assertEquals(70, tally.intervalLatency().meanNanos() / Nanos.SECOND, 0.05);
    }
}
