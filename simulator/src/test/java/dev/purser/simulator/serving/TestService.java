package dev.purser.simulator.serving;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.scaling.AutoscalerSpec;
import dev.purser.simulator.scaling.FixedReplicasSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plain service to change one thing of: one core and 1 GiB, 10 ms a request, no queue limit, no timeout. */
public final class TestService {
    public String name = "ranking";
    public List<String> pools = List.of("pool");
    public ResourceRequest request = new ResourceRequest(1000, 1L << 30, 0);
    public BatchTime time = new BatchTime.Affine(10.0 * Nanos.MILLISECOND, 0);
    public Spread spread = new Spread.None();
    public BatchingSpec batching = new BatchingSpec(1, 0, List.of());
    public String balancer = "random";
    public OptionalLong timeoutNanos = OptionalLong.empty();
    public RetrySpec retry = RetrySpec.NONE;
    public int queueLimit = 1_000_000;
    public double cacheHitRatio;
    public DistributionSpec loadSeconds = new DistributionSpec.Fixed(0);
    public AutoscalerSpec autoscaler = new FixedReplicasSpec(1);

    /** A service called {@code name} on {@code pools}. */
    public static TestService of(String name, String... pools) {
        TestService service = new TestService();
        service.name = name;
        service.pools = List.of(pools);
        return service;
    }

    /** The specification. */
    public ServiceSpec spec() {
        ServiceTimeLaw law = new ServiceTimeLaw(time, spread, batching.largestBatch());
        return new ServiceSpec(
                name,
                "model",
                pools.stream().collect(Collectors.toMap(Function.identity(), pool -> law)),
                batching,
                1,
                request,
                request.milliCores(),
                balancer,
                queueLimit,
                timeoutNanos,
                false,
                retry,
                cacheHitRatio,
                Nanos.MILLISECOND,
                OptionalLong.empty(),
                loadSeconds,
                pools,
                autoscaler);
    }
}
