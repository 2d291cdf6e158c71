package dev.purser.simulator.interval;

import dev.purser.simulator.serving.LatencyDistribution;
import dev.purser.simulator.serving.Outcome;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.serving.Work;
import dev.purser.simulator.surface.Saturation;
import dev.purser.simulator.units.Nanos;
import java.util.List;

/**
 * Does to the counters of a group what a fluid overload does: a request counts where it comes, with the latency that the
 * backlog there gives it; the replicas' work is that of queues that never run empty.
 */
final class FluidCounters {
    private final Saturation each;
    private final int pipelineNumber;
    private final ReplicaSet replicas;
    private final List<Tally> tallies;
    private final PayloadMeter payload;
    private final MovedLatencies latencies;
    private final Rounding batches = new Rounding();
    private final Rounding samples = new Rounding();
    private final Rounding received = new Rounding();

    FluidCounters(Saturation each, OneService at, PayloadMeter payload) {
        this.each = each;
        this.pipelineNumber = at.number();
        this.replicas = at.replicas();
        this.tallies = List.of(at.pipeline().tally(), at.service().tally());
        this.payload = payload;
        this.latencies = new MovedLatencies(each.latencies());
    }

    /** How each replica works. */
    Saturation each() {
        return each;
    }

    /**
     * Some time has passed, in which {@code came} requests came.
     *
     * @param ready replicas that were ready
     */
    void count(long came, Backlog.Passed passed, int ready, long fromNanos, long untilNanos) {
        if (came > 0) {
            countOutcomes(came, passed, fromNanos);
            exchange(came, came - passed.rejected());
        }
        replicas.addUnfollowed(
                came,
                batches.of(passed.served() * each.batchesPerRequest()),
                samples.of(passed.served() * each.samplesPerRequest()));
        if (ready > 0) {
            replicas.shared(pool())
                    .add(work(came, passed, untilNanos - fromNanos).times(1.0 / ready));
        }
    }

    private void countOutcomes(long came, Backlog.Passed passed, long fromNanos) {
        double rejected = passed.rejected();
        double[] shares = new double[Outcome.values().length];
        shares[Outcome.FULL.ordinal()] = 1 - rejected / came;
        shares[Outcome.REJECTED.ordinal()] = rejected / came;
        for (Tally tally : tallies) {
            tally.served(came, shares, fromNanos);
            tally.latencies(LatencyDistribution.UNANSWERED, rejected, fromNanos);
        }
        if (came > rejected) {
            latencies.count(came - rejected, passed.firstWaitNanos(), passed.lastWaitNanos(), tallies, fromNanos);
        }
    }

    /** Each request is sent, also to a queue that is full. */
    private void exchange(long sent, double answered) {
        payload.exchanged(pipelineNumber, 0, pool(), sent, received.of(answered));
    }

    /** Of all replicas. The time that requests waited is left out: nobody looks at it (see {@link FluidConditions}). */
    private Work work(long came, Backlog.Passed passed, long nanos) {
        double busy = passed.served() / each.perSecond() * each.busyShare() * Nanos.SECOND;
        return new Work(busy, came, passed.meanRequests() * nanos, 0, passed.served());
    }

    private String pool() {
        return replicas.spec().pools().get(0);
    }
}
