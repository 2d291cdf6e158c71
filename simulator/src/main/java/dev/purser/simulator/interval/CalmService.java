package dev.purser.simulator.interval;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.LatencyDistribution;
import dev.purser.simulator.serving.Outcome;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.SharedWork;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.surface.Blend;
import dev.purser.simulator.surface.Group;
import dev.purser.simulator.surface.Layout;
import dev.purser.simulator.surface.State;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/**
 * Does to the counters of a group what a calm interval does: latencies and outcomes as the response says, for as many
 * requests as came; work that follows that number and has the noise of its own that the response knows.
 */
final class CalmService {
    private final Group group;
    private final Layout layout;
    private final List<Pipeline> pipelines;
    private final List<Service> services;
    private final PayloadMeter payload;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Integer> pipelineNumbers;
    private final Rounding[][] serviceRounding;
    private final Rounding[][] payloadRounding;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final long[] toCount;
    private @Nullable Blend calm;
    private long fromNanos;
    private final double[] shares = new double[Outcome.values().length];

    private record Slot(String pool, SharedWork shared, SlotWork work) {}

    CalmService(
            Group group,
            Layout layout,
            List<Pipeline> pipelines,
            List<Service> services,
            RequestLevel serving,
            RandomStreams streams,
            PayloadMeter payload) {
        this.group = group;
        this.layout = layout;
        this.pipelines = pipelines;
        this.services = services;
        this.payload = payload;
        this.pipelineNumbers =
                pipelines.stream().map(serving.pipelines()::indexOf).toList();
        this.serviceRounding = roundings(services.size(), 4);
        this.payloadRounding = roundings(layout.payloads().size(), 2);
        services.forEach(this::addSlots);
        this.toCount = new long[pipelines.size()];
        String name = group.services().get(0).name();
        this.normal = ZigguratSampler.NormalizedGaussian.of(streams.stream("interval/" + name + "/work"));
    }

    private void addSlots(Service service) {
        ReplicaSet set = service.replicas();
        set.spec()
                .pools()
                .forEach(pool -> slots.add(
                        new Slot(pool, set.shared(pool), new SlotWork(set.spec().autoscaler()))));
    }

    private static Rounding[][] roundings(int rows, int columns) {
        return Stream.generate(
                        () -> Stream.generate(Rounding::new).limit(columns).toArray(Rounding[]::new))
                .limit(rows)
                .toArray(Rounding[][]::new);
    }

    /**
     * From now on the group answers like this.
     *
     * @param replicas ready replicas of each slot
     */
    void begin(Blend blend, int[] replicas) {
        calm = blend;
        for (int slot = 0; slot < slots.size(); slot++) {
            slots.get(slot).work().begin(blend, layout, slot, replicas[slot]);
        }
    }

    /**
     * Some time passes: the work is done.
     *
     * @param came requests of each pipeline that came in it
     */
    void work(long[] came, double seconds) {
        double extra = 0;
        for (int i = 0; i < came.length; i++) {
            extra += came[i] - calm.figure(layout.requests(i)) * seconds;
            toCount[i] += came[i];
        }
        for (Slot slot : slots) {
            slot.shared().add(slot.work().in(seconds, extra, normal));
        }
    }

    /** Counts what came since the last call: how it ended, and after how long. */
    void count(long nowNanos) {
        if (calm != null) {
            countRequests();
        }
        fromNanos = nowNanos;
    }

    private void countRequests() {
        long requests = 0;
        for (int i = 0; i < toCount.length; i++) {
            requests += toCount[i];
            count(pipelines.get(i).tally(), layout.pipelineShares(i), i, toCount[i]);
        }
        for (int i = 0; i < services.size() && requests > 0; i++) {
            countCalls(i, requests);
        }
        exchange();
        Arrays.fill(toCount, 0);
    }

    private void countCalls(int service, long requests) {
        int at = layout.perRequest(service);
        Rounding[] rounding = serviceRounding[service];
        long calls = rounding[0].of(requests * calm.figure(at));
        int latency = pipelines.size() + service;
        count(services.get(service).tally(), layout.serviceShares(service), latency, calls);
        services.get(service)
                .replicas()
                .addUnfollowed(
                        rounding[1].of(requests * calm.figure(at + 1)),
                        rounding[2].of(requests * calm.figure(at + 2)),
                        rounding[3].of(requests * calm.figure(at + 3)));
    }

    private void count(Tally tally, int firstShare, int latency, long count) {
        if (count == 0) {
            return;
        }
        double known = calm.knownWeight(latency);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = calm.figure(firstShare + i) / known;
        }
        tally.served(count, shares, fromNanos);
        for (int i = 0; i < calm.size(); i++) {
            if (calm.knows(i, latency)) {
                LatencyDistribution latencies = calm.response(i).latencies().get(latency);
                tally.latencies(latencies, count * calm.weight(i) / known, fromNanos);
            }
        }
    }

    private void exchange() {
        for (int i = 0; i < layout.payloads().size(); i++) {
            Layout.Payload each = layout.payloads().get(i);
            int at = layout.payload(i);
            double requests = toCount[each.pipeline()] / calm.knownWeight(each.pipeline());
            payload.exchanged(
                    pipelineNumbers.get(each.pipeline()),
                    each.stage(),
                    slots.get(each.slot()).pool(),
                    payloadRounding[i][0].of(requests * calm.figure(at)),
                    payloadRounding[i][1].of(requests * calm.figure(at + 1)));
        }
    }

    /** Attempts waiting or in service at one replica of a slot. */
    double outstanding(Blend calm, int slot) {
        return calm.figure(layout.meanWork(slot) + 2) / Nanos.SECOND;
    }

    /** A replica that goes takes as long as its own queue does. */
    void expectNoDrains() {
        slots.forEach(slot -> slot.shared().setDrainNanos(0));
    }

    /** Says how long a replica that goes takes to finish what it has: what an attempt spends there (Little's law). */
    void expectDrains() {
        for (int slot = 0; slot < slots.size(); slot++) {
            double attempts = calm.figure(layout.meanWork(slot) + 1);
            double seconds = attempts == 0 ? 0 : outstanding(calm, slot) / attempts;
            slots.get(slot).shared().setDrainNanos(Nanos.ofSeconds(seconds));
        }
    }

    /**
     * Fills the queues of the open pipelines' services as a calm state left them: with requests that were counted when they
     * came. What is there still from an earlier time stays.
     */
    void carryOver(Blend before, State at) {
        long[] earlier = attempts();
        double open = openShare(before);
        for (int i = 0; i < services.size(); i++) {
            double waiting = -services.get(i).replicas().outstanding();
            for (int slot = group.firstSlot(i); slot < group.firstSlot(i + 1); slot++) {
                waiting += open * at.replicas()[slot] * outstanding(before, slot);
            }
            carryOver(i, Math.max(0, waiting), at.perSecond());
        }
        long[] now = attempts();
        for (int i = 0; i < earlier.length; i++) {
            services.get(i).replicas().addUnfollowed(earlier[i] - now[i], 0, 0);
        }
    }

    private void carryOver(int service, double waiting, double[] perSecond) {
        double all = 0;
        for (int i = 0; i < perSecond.length; i++) {
            all += group.stageOf(i, service) < 0 ? 0 : perSecond[i];
        }
        for (int i = 0; i < perSecond.length && all > 0; i++) {
            int stage = group.stageOf(i, service);
            long count = stage < 0 ? 0 : Math.round(waiting * perSecond[i] / all);
            for (long request = 0; request < count; request++) {
                pipelines.get(i).arriveCounted(stage);
            }
        }
    }

    /** Share of the requests that no client of a closed loop waits for: those begin by thinking. */
    private double openShare(Blend before) {
        double open = 0;
        double all = 0;
        for (int i = 0; i < pipelines.size(); i++) {
            double perSecond = before.figure(layout.requests(i));
            boolean isClosed = group.pipelines().get(i).traffic() instanceof TrafficSpec.ClosedLoop;
            open += isClosed ? 0 : perSecond;
            all += perSecond;
        }
        return all == 0 ? 0 : open / all;
    }

    private long[] attempts() {
        return services.stream()
                .mapToLong(service -> service.replicas().attempts())
                .toArray();
    }
}
