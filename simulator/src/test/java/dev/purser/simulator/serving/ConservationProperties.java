package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Small random stations, overloaded as often as not, scaled up and down and losing replicas under way. */
class ConservationProperties {

    /** Every request ends in exactly one way, none is lost, and what waits in the replicas is what is missing. */
    @Property(tries = 200, seed = "20260308")
    void nothingIsLost(@ForAll int seed) {
        Station station = station(seed).run(seed, 0);
        assertConserved(station.pipeline.tally(), station);
        assertConserved(station.service.tally(), station);
        long inFlight = station.pipeline.tally().intervalOutcomes().inFlight();
        assertTrue(inFlight >= 0);
        station.set.scaleTo(0);
        station.simulation.runUntil(station.horizonNanos + Nanos.HOUR);
        assertEquals(0, station.pipeline.tally().intervalOutcomes().inFlight());
        assertEquals(0, station.service.tally().intervalOutcomes().inFlight());
        assertEquals(List.of(), station.set.replicas());
        assertEquals(0, station.set.ready().size());
    }

    @Property(tries = 50, seed = "20260309")
    void sameSeedSameRun(@ForAll int seed) {
        Station one = station(seed).run(seed, 0);
        Station same = station(seed).run(seed, 0);
        Station other = station(seed).run(seed, 1);
        assertEquals(fingerprint(one), fingerprint(same));
        assertNotEquals(fingerprint(one), fingerprint(other));
    }

    private static void assertConserved(Tally tally, Station station) {
        Outcomes total = tally.totalOutcomes();
        assertEquals(total.offered(), total.answered() + total.failed() + total.inFlight());
        assertTrue(total.inFlight() >= 0);
        assertEquals(total.answered(), tally.totalLatency().counted().answered());
        assertTrue(total.offered() <= station.pipeline.tally().totalOutcomes().offered());
    }

    private static List<Object> fingerprint(Station station) {
        return List.of(
                station.simulation.executed(),
                station.pipeline.tally().totalOutcomes(),
                station.pipeline.tally().totalLatency().meanNanos(),
                station.set.busyNanos(),
                station.set.attempts(),
                station.set.samples());
    }

    static Station station(int seed) {
        Random random = new Random(seed);
        Station station = new RescaledStation(seed);
        station.perSecond = 20 + random.nextInt(400);
        station.spread = random.nextBoolean() ? new Spread.Exponential() : new Spread.LogNormal(0.5);
        station.servers = 1 + random.nextInt(3);
        station.sharedSpeed = random.nextBoolean() ? List.of(1.0) : List.of(1.0, 1.4);
        station.replicas = random.nextInt(4);
        station.queueLimit = random.nextInt(3) == 0 ? 0 : random.nextInt(50);
        station.candidates = new DistributionSpec.Uniform(1, 1 + random.nextInt(10));
        station.batching = new BatchingSpec(1 + random.nextInt(8), random.nextInt(20) * Nanos.MILLISECOND, List.of());
        station.balancer = LoadBalancers.labels().get(random.nextInt(4));
        station.timeoutNanos =
                random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(1 + random.nextInt(60_000_000));
        station.cancelOnTimeout = random.nextBoolean();
        station.retry = new RetrySpec(1 + random.nextInt(3), random.nextInt(20_000_000), 2, 30_000_000, 0.3);
        station.cacheHitRatio = random.nextInt(2) * 0.3;
        station.fallbackNanos =
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(3_000_000));
        station.loadSeconds = new DistributionSpec.Exponential(0.2);
        station.warmUpNanos = random.nextInt(2) * Nanos.SECOND;
        station.horizonNanos = 3 * Nanos.SECOND;
        return station;
    }

    /** Every 100 ms asks for another number of replicas, and now and then loses one of them. */
    private static final class RescaledStation extends Station {
        private final Random random;

        RescaledStation(int seed) {
            random = new Random(~seed);
        }

        @Override
        void prepare(long seed, int replication) {
            super.prepare(seed, replication);
            Event rescale = new Event(Priority.SCALING) {
                @Override
                public void occur() {
                    set.scaleTo(random.nextInt(5));
                    int victim = random.nextInt(12);
                    if (victim < set.replicas().size()) {
                        set.replicas().get(victim).lose();
                    }
                    if (simulation.nowNanos() < horizonNanos - 100 * Nanos.MILLISECOND) {
                        simulation.schedule(this, simulation.nowNanos() + 100 * Nanos.MILLISECOND);
                    }
                }
            };
            simulation.schedule(rescale, 50 * Nanos.MILLISECOND);
        }
    }
}
