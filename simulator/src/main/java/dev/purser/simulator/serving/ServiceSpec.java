package dev.purser.simulator.serving;

import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.scaling.AutoscalerSpec;
import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A service: replicas of one model behind a load balancer.
 *
 * @param name unique name
 * @param model name of the model it serves, as profiles know it
 * @param lawByPool service time by the name of each pool it may run on
 * @param batching how requests become batches
 * @param modelInstances model instances per replica: batches that can run at once
 * @param request what one replica takes of an instance
 * @param hostMilliCores cores kept busy while a batch runs, in thousandths: what the CPU metric sees
 * @param balancer name of the load balancer
 * @param queueLimit attempts that may wait at one replica; beyond it an attempt is rejected; with 0 it is rejected
 *     unless a model instance is free
 * @param timeoutNanos how long the caller waits for an attempt
 * @param cancelOnTimeout whether a timed-out attempt still in the queue is taken out of it
 * @param retry what the caller does after a rejection or a timeout
 * @param cacheHitRatio share of the requests answered from a cache, without a replica
 * @param cacheNanos time of an answer from the cache
 * @param fallbackNanos time of the fallback answer given when all attempts failed; empty: the request fails
 * @param loadSeconds time from a placed replica to a ready one: image, model load, warm-up; in seconds
 * @param pools names of the pools its replicas may run on, most wanted first
 * @param autoscaler how many replicas there are
 */
public record ServiceSpec(
        String name,
        String model,
        Map<String, ServiceTimeLaw> lawByPool,
        BatchingSpec batching,
        int modelInstances,
        ResourceRequest request,
        int hostMilliCores,
        String balancer,
        int queueLimit,
        OptionalLong timeoutNanos,
        boolean cancelOnTimeout,
        RetrySpec retry,
        double cacheHitRatio,
        long cacheNanos,
        OptionalLong fallbackNanos,
        DistributionSpec loadSeconds,
        List<String> pools,
        AutoscalerSpec autoscaler) {
    public ServiceSpec {
        Check.named(name, "service name");
        Check.named(model, "model of " + name);
        Check.positive(modelInstances, "model instances of " + name);
        Check.atLeast(hostMilliCores, 0, "host cores of " + name);
        Check.that(
                hostMilliCores <= request.milliCores(),
                "host cores of " + name,
                hostMilliCores,
                "must not pass the replica's cores (" + request.milliCores() + ", in thousandths)");
        Check.atLeast(queueLimit, 0, "queue limit of " + name);
        timeoutNanos.ifPresent(nanos -> Check.positive(nanos, "timeout of " + name));
        Check.fraction(cacheHitRatio, "cache hit ratio of " + name);
        Check.atLeast(cacheNanos, 0, "cache time of " + name);
        fallbackNanos.ifPresent(nanos -> Check.atLeast(nanos, 0, "fallback time of " + name));
        pools = List.copyOf(Check.notEmpty(pools, "pools of " + name));
        lawByPool = Map.copyOf(lawByPool);
        for (String pool : pools) {
            Check.that(lawByPool.containsKey(pool), "law of " + name + " on pool " + pool, "none", "must be given");
        }
    }

    /** The same with another autoscaler. */
    public ServiceSpec withAutoscaler(AutoscalerSpec other) {
        return copy(lawByPool, queueLimit, other);
    }

    /** The same with another queue limit. */
    public ServiceSpec withQueueLimit(int other) {
        return copy(lawByPool, other, autoscaler);
    }

    /** The same with other laws of service time, by pool. */
    public ServiceSpec withLaws(Map<String, ServiceTimeLaw> others) {
        return copy(others, queueLimit, autoscaler);
    }

    private ServiceSpec copy(Map<String, ServiceTimeLaw> itsLaws, int itsQueueLimit, AutoscalerSpec itsAutoscaler) {
        return new ServiceSpec(
                name,
                model,
                itsLaws,
                batching,
                modelInstances,
                request,
                hostMilliCores,
                balancer,
                itsQueueLimit,
                timeoutNanos,
                cancelOnTimeout,
                retry,
                cacheHitRatio,
                cacheNanos,
                fallbackNanos,
                loadSeconds,
                pools,
                itsAutoscaler);
    }
}
