package dev.purser.simulator.surface;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.ClosedLoopSource;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ReplicaPlacer;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.SteadySource;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.serving.Work;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;

/** A group at request level, with replicas that are ready from the start and stay, under a steady load. */
final class Bench {
    private final Simulation simulation = new Simulation();
    private final Group group;
    private final RequestLevel level;
    private final PayloadCount payloads;
    private final List<ReplicaSet> sets = new ArrayList<>();
    private final double[] perSecond;
    private long ofBurstInFlight;

    Bench(Group group, State state, long seed) {
        this.group = group;
        this.payloads = new PayloadCount(group);
        RandomStreams streams = new RandomStreams(seed, 0);
        this.level = new RequestLevel(simulation, streams);
        for (int i = 0; i < group.services().size(); i++) {
            addService(i, state, streams);
        }
        group.pipelines().forEach(pipeline -> level.addPipeline(pipeline, new Tally(0, Nanos.NEVER)));
        this.perSecond = state.perSecond();
        for (int i = 0; i < group.pipelines().size(); i++) {
            start(i, state.perSecond()[i], streams);
        }
    }

    private void addService(int number, State state, RandomStreams streams) {
        ServiceSpec spec = group.services().get(number);
        Queue<String> places = new ArrayDeque<>();
        for (int i = 0; i < spec.pools().size(); i++) {
            int count = state.replicas()[group.firstSlot(number) + i];
            places.addAll(Collections.nCopies(count, spec.pools().get(i)));
        }
        ReplicaSet set = new ReplicaSet(simulation, spec, new AnyPlace(places), streams);
        set.scaleTo(places.size());
        sets.add(set);
        level.addService(set, new Tally(0, Nanos.NEVER), payloads);
    }

    private void start(int number, double perSecond, RandomStreams streams) {
        Pipeline pipeline = level.pipelines().get(number);
        String stream = "traffic/" + pipeline.spec().name();
        if (pipeline.spec().traffic() instanceof TrafficSpec.ClosedLoop closed) {
            var think = closed.thinkSeconds().create(streams.stream(stream));
            new ClosedLoopSource(simulation, closed.clients(), think, pipeline).start();
        } else {
            SteadySource source = new SteadySource(simulation, pipeline, streams.stream(stream));
            simulation.favour(source);
            source.setPerSecond(perSecond);
        }
    }

    /** Attempts that can wait, at all replicas of all services. */
    long room() {
        return sets.stream()
                .mapToLong(
                        set -> (long) set.spec().queueLimit() * set.replicas().size())
                .sum();
    }

    /** Lets {@code requests} arrive at once at the open pipelines, in proportion to their rates. */
    void burst(long requests) {
        double all = Arrays.stream(perSecond).sum(); // of closed loops it is 0
        for (int i = 0; i < perSecond.length && all > 0; i++) {
            long its = Math.round(requests * perSecond[i] / all);
            if (its > 0) {
                burst(pipelines().get(i), its);
            }
        }
    }

    private void burst(Pipeline pipeline, long requests) {
        pipeline.listen((client, atNanos) -> ofBurstInFlight--);
        ofBurstInFlight += requests;
        LongStream.range(0, requests).forEach(request -> pipeline.arrive(0));
    }

    /** Requests in flight that came in a burst. */
    long ofBurstInFlight() {
        return ofBurstInFlight;
    }

    void advance(long nanos) {
        simulation.runUntil(simulation.nowNanos() + nanos);
        level.catchUp();
    }

    long nowNanos() {
        return simulation.nowNanos();
    }

    List<Pipeline> pipelines() {
        return level.pipelines();
    }

    List<Service> services() {
        return List.copyOf(level.services());
    }

    PayloadCount payloads() {
        return payloads;
    }

    /** Requests in flight, all pipelines together. */
    long inFlight() {
        return pipelines().stream().mapToLong(each -> each.tally().inFlight()).sum();
    }

    /** What the replicas of each slot have done so far. */
    List<Work> work() {
        return sets.stream()
                .flatMap(set -> set.spec().pools().stream().map(set::followed))
                .toList();
    }

    private record AnyPlace(Queue<String> places) implements ReplicaPlacer {
        @Override
        public void place(Replica replica) {
            replica.placed(places.remove(), 0, true);
        }

        @Override
        public void release(Replica replica) {}
    }
}
