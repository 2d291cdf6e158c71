package dev.purser.calibration.check.live;

import dev.purser.calibration.check.SimulatedReplica;
import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;

/**
 * What the simulator says of a {@link LiveServer}: one replica at request level, asked at the same moments.
 *
 * @param law time of a batch, the server's own cost included
 * @param batching as the live server has it
 * @param modelInstances batches at once
 * @param samplesPerRequest the same for all requests
 */
record SimulatedServer(ServiceTimeLaw law, BatchingSpec batching, int modelInstances, int samplesPerRequest) {
    /** Requests per second when full batches come one after the other. */
    double capacityPerSecond() {
        int requests = Math.max(1, batching.largestBatch() / samplesPerRequest);
        double speed = modelInstances * law.speedOfEach(modelInstances);
        double computing = 1 - law.pauses().map(Pauses::stalledShare).orElse(0.0);
        return computing * speed * requests * Nanos.SECOND / law.time().meanNanos(requests * samplesPerRequest);
    }

    /** Sends requests at the moments of {@code sent} and waits for all answers; their latencies count as there. */
    Answers run(Sent sent, long seed) {
        SimulatedReplica replica = new SimulatedReplica(new RandomStreams(seed, 0));
        replica.addStage("model", law, batching, modelInstances);
        TrafficSpec asSent = new TrafficSpec.Trace(0, Nanos.SECOND, List.of(0.0), true, "as sent");
        Pipeline pipeline = replica.pipeline(asSent, samplesPerRequest);
        Simulation simulation = replica.simulation();
        Answers answers = new Answers();
        SendTimes planned = sent.planned();
        pipeline.listen((request, atNanos) ->
                answers.add(atNanos - planned.atNanos()[request], atNanos <= planned.lengthNanos()));
        simulation.schedule(new Arrivals(simulation, pipeline, sent.sentNanos()), 0);
        simulation.runUntil(planned.lengthNanos());
        while (pipeline.tally().inFlight() > 0 || answers.requests() < planned.requests()) {
            simulation.runUntil(simulation.nowNanos() + planned.lengthNanos());
        }
        answers.addLength(planned.lengthNanos());
        return answers;
    }

    /** Sends each request at its time. */
    private static final class Arrivals extends Event {
        private final Simulation simulation;
        private final Pipeline pipeline;
        private final long[] atNanos;
        private int next;

        Arrivals(Simulation simulation, Pipeline pipeline, long[] atNanos) {
            super(Priority.ARRIVAL);
            this.simulation = simulation;
            this.pipeline = pipeline;
            this.atNanos = atNanos;
        }

        @Override
        public void occur() {
            while (next < atNanos.length && atNanos[next] <= simulation.nowNanos()) {
                pipeline.arrive(next);
                next++;
            }
            if (next < atNanos.length) {
                simulation.schedule(this, atNanos[next]);
            }
        }
    }
}
