package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import org.junit.jupiter.api.Test;

/** Requests that wait at 20 replicas, each of which takes hours for one. */
class BalanceTest {
    private static final int REPLICAS = 20;

    private final Simulation simulation = new Simulation();
    private final RandomStreams streams = new RandomStreams(20261122, 0);
    private final RequestLevel serving = new RequestLevel(simulation, streams);

    /** One after the other: no two differ by more than 1. */
    @Test
    void takingTurnsIsEven() {
        ReplicaSet replicas = replicas("round-robin");
        Balance balance = new Balance(replicas);
        balance.restart(0);
        send(REPLICAS * 1000 + 10);
        balance.look(10 * Nanos.SECOND, 0.005);
        assertEquals(10 * 0.5 / 19, balance.variance(), 1e-6);
        assertFalse(balance.isEven(14 * Nanos.SECOND));
        assertTrue(balance.isEven(15 * Nanos.SECOND));
    }

    /**
     * By lot the number at each is Poisson: its variance grows by about 1 with each request there. Of 20 replicas it is
     * known to +- 32 %; three times that is a false alarm in 400. Of 1,000 requests it is 3 % of them.
     */
    @Test
    void drawingLotsGrowsApart() {
        ReplicaSet replicas = replicas("random");
        Balance balance = new Balance(replicas);
        send(REPLICAS * 1000);
        balance.look(0, 1);
        assertEquals(1, balance.variancePerRequest(), 0.96);
        balance.look(20 * Nanos.SECOND, 0.005);
        assertFalse(balance.isEven(30 * Nanos.SECOND));
        assertEquals(0, balance.variance());
    }

    private void send(int requests) {
        Pipeline pipeline = serving.pipelines().get(0);
        for (int i = 0; i < requests; i++) {
            pipeline.arriveCounted(0);
        }
    }

    private ReplicaSet replicas(String balancer) {
        TestService spec = TestService.of("ranking", "pool");
        spec.time = new BatchTime.Affine(5.0 * Nanos.HOUR, 0);
        spec.balancer = balancer;
        ReplicaSet replicas = new ReplicaSet(simulation, spec.spec(), new Anywhere(), streams);
        serving.addService(replicas, new Tally(0, Nanos.NEVER), new NoPayload());
        serving.addPipeline(SilentPipeline.of("ranking"), new Tally(0, Nanos.NEVER));
        replicas.scaleTo(REPLICAS);
        return replicas;
    }
}
