package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scalers read of a replica, against hand calculation and Little's law. */
class ReplicaMetricsTest {
    private final Station station = new Station();

    @BeforeEach
    void exactTimes() {
        station.spread = new Spread.None();
    }

    /**
     * Three requests at 0, 10 ms each, and one at 50 ms. In flight: 3 until 10, 2 until 20, 1 until 30, then 1 from 50
     * to 60; waited 0, 10, 20 and 0 ms.
     */
    @ParameterizedTest
    @CsvSource({
        "CPU, 15, 15, 15",
        "CPU, 40, 30, 40",
        "CPU, 60, 40, 60",
        "ACCELERATOR, 55, 35, 55",
        "CONCURRENCY, 15, 40, 15",
        "CONCURRENCY, 40, 60, 40",
        "CONCURRENCY, 60, 70, 60",
        "QUEUE_TIME, 15, 10, 2",
        "QUEUE_TIME, 40, 30, 3",
        "QUEUE_TIME, 60, 30, 4"
    })
    void countersByHand(MetricKind kind, int atMillis, int amountMillis, long weight) {
        new Timeline(station).requests(0, 0, 0, 50);
        station.simulation.runUntil(atMillis * Nanos.MILLISECOND);
        Replica replica = station.set.replicas().get(0);
        assertEquals(amountMillis * Nanos.MILLISECOND, replica.cumulative(kind));
        long unit = kind == MetricKind.QUEUE_TIME ? 1 : Nanos.MILLISECOND;
        assertEquals(weight * unit, replica.weight(kind));
    }

    /** Refused attempts count: callers sent them. */
    @Test
    void attemptsByHand() {
        station.queueLimit = 1;
        new Timeline(station).requests(0, 0, 0, 50);
        station.simulation.runUntil(40 * Nanos.MILLISECOND);
        assertEquals(3, station.set.replicas().get(0).cumulative(MetricKind.REQUESTS));
    }

    /**
     * Over a run that ends empty the time in flight is the sum of all times in system, the time waited the sum of all
     * waits, and the time computed what is left: Little's law, exactly. Arrivals at random (seed 20260318).
     */
    @Test
    void littlesLaw() {
        station.perSecond = 80;
        station.horizonNanos = 500 * Nanos.SECOND;
        station.run(20260318, 0);
        station.simulation.runUntil(station.horizonNanos + Nanos.MINUTE);
        station.pipeline.tally().closeInterval();
        Replica replica = station.set.replicas().get(0);
        LatencyHistogram latency = station.pipeline.tally().totalLatency().counted();
        double inSystem = latency.meanNanos() * latency.answered();
        assertEquals(inSystem, replica.cumulative(MetricKind.CONCURRENCY), 1e-9 * inSystem);
        double computed = latency.answered() * 10.0 * Nanos.MILLISECOND;
        assertEquals(inSystem - computed, replica.cumulative(MetricKind.QUEUE_TIME), 1e-9 * inSystem);
        assertEquals(latency.answered(), replica.weight(MetricKind.QUEUE_TIME));
        assertEquals(computed, replica.cumulative(MetricKind.ACCELERATOR));
        assertEquals(List.of(replica), station.set.replicas());
    }
}
