package dev.purser.calibration.check.measured;

import dev.purser.calibration.check.SimulatedReplica;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.ClosedLoopSource;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.SteadySource;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.Collections;
import java.util.List;

/**
 * One replica of one model under one load, at request level. Requests come in one after the other, as over one wire:
 * each takes the host time of its samples before it reaches the queue, and the batch that much less. Without that, all
 * requests of a batch would come back at the same moment, for ever.
 */
final class LoadSimulation {
    /** No server takes a next request in the very moment of the answer; the simulator wants some time to pass. */
    private static final double SHORTEST_THINK_NANOS = 1;

    private final SimulatedReplica replica;
    private final RandomStreams streams;
    private final Pipeline pipeline;

    LoadSimulation(LoadPoint point, ServiceTimeLaw law, long seed, int replication) {
        this.streams = new RandomStreams(seed, replication);
        this.replica = new SimulatedReplica(streams);
        Load load = point.load();
        Wire wire = Wire.of(law, load.samples());
        if (wire.isThere()) {
            BatchingSpec oneByOne = new BatchingSpec(load.samples(), 0, List.of());
            replica.addStage("way in", wire.law(), oneByOne, 1);
        }
        replica.addStage("model", wire.rest(law), point.batching(), point.instances());
        this.pipeline = replica.pipeline(traffic(load), load.samples());
        start(load);
    }

    /** What became of the requests. */
    Tally tally() {
        return pipeline.tally();
    }

    long nowNanos() {
        return replica.simulation().nowNanos();
    }

    void advance(long nanos) {
        replica.simulation().runUntil(nowNanos() + nanos);
    }

    private static TrafficSpec traffic(Load load) {
        return load.isClosed()
                ? new TrafficSpec.ClosedLoop(load.clients(), think(load))
                : new TrafficSpec.Profile(
                        new RateProfile(
                                load.perSecond(),
                                0,
                                Collections.nCopies(24, 1.0),
                                Collections.nCopies(7, 1.0),
                                List.of()),
                        1,
                        Nanos.MINUTE);
    }

    private static DistributionSpec think(Load load) {
        return new DistributionSpec.Fixed(Math.max(SHORTEST_THINK_NANOS, load.thinkNanos()) / Nanos.SECOND);
    }

    private void start(Load load) {
        var random = streams.stream("traffic");
        if (load.isClosed()) {
            new ClosedLoopSource(
                            replica.simulation(), load.clients(), think(load).create(random), pipeline)
                    .start();
        } else {
            new SteadySource(replica.simulation(), pipeline, random).setPerSecond(load.perSecond());
        }
    }
}
