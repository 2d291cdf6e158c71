package dev.purser.simulator.experiment;

import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;

/**
 * What one pipeline or service did in one interval.
 *
 * @param fromNanos start of the interval
 * @param lengthNanos its length
 * @param scope whether {@code name} is a pipeline (end to end) or a service (one stage)
 * @param name which one
 * @param outcomes counts; a request counts as offered where it arrives and as finished where it finishes
 * @param attempts attempts that reached a replica's queue or were rejected there, retries included; for pipelines 0
 * @param wantedReplicas mean replicas asked for; for pipelines 0
 * @param readyReplicas mean replicas that took requests; for pipelines 0
 * @param utilisation time in which batches ran over the ready replicas' time; passes 1 where replicas that drain still
 *     compute; for pipelines 0
 * @param meanBatch mean samples in a batch; 0 without any
 * @param p50 median latency
 * @param p95 95th percentile of latency
 * @param p99 99th percentile of latency
 */
public record IntervalRow(
        long fromNanos,
        long lengthNanos,
        Scope scope,
        String name,
        Outcomes outcomes,
        long attempts,
        double wantedReplicas,
        double readyReplicas,
        double utilisation,
        double meanBatch,
        LatencyQuantile p50,
        LatencyQuantile p95,
        LatencyQuantile p99) {

    /** What a row speaks of. */
    public enum Scope {
        PIPELINE,
        SERVICE
    }
}
