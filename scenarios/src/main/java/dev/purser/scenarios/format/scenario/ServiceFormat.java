package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.scenario.CallFormats.Cache;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.scaling.AutoscalerSpec;
import dev.purser.simulator.serving.RetrySpec;
import dev.purser.simulator.serving.ServiceSpec;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads {@code services}.
 *
 * @param pools the pools they may run on
 * @param profiles the service times there are
 * @param environment what the scenario is read against
 */
record ServiceFormat(Value<Map<String, Value<PoolSpec>>> pools, Value<Profiles> profiles, Environment environment) {
    Shape<ServiceSpec> of(String name) {
        return new Format<>("service", "Replicas of one model behind a load balancer.", in -> {
            ComputeKeys compute = new ComputeKeys(in, this);
            CallKeys calls = new CallKeys(in);
            var load = in.key(
                            "load",
                            Distributions.SECONDS,
                            "from a replica that was placed to one that answers: image, model, warm-up")
                    .orElse("{median: 23 s, p99: 52 s}");
            var scaling = in.key(
                            "scaling", new ScalingFormat(environment.files()).shape(), "how many replicas there are")
                    .required();
            in.check(calls::checkCancel);
            in.check(() -> compute.checkMetrics(scaling));
            in.check(() -> compute.checkCapacity(scaling));
            return in.build(() -> spec(name, compute, calls, load.get(), scaling.get()));
        });
    }

    private static ServiceSpec spec(
            String name, ComputeKeys compute, CallKeys calls, DistributionSpec load, AutoscalerSpec scaling) {
        return new ServiceSpec(
                name,
                compute.model.get(),
                compute.lawByPool(),
                compute.batching.get(),
                compute.replica.get().modelInstances(),
                compute.replica.get().request(),
                compute.replica.get().busyMilliCores(),
                calls.balancer.get(),
                calls.queueLimit.get(),
                optional(calls.timeout.get()),
                calls.cancel.get(),
                calls.retry.get().orElse(RetrySpec.NONE),
                calls.cache.get().map(Cache::hitRatio).orElse(0.0),
                calls.cache.get().map(Cache::nanos).orElse(0L),
                optional(calls.fallback.get()),
                load,
                compute.poolNames.get().stream().map(Value::get).toList(),
                scaling);
    }

    private static OptionalLong optional(Optional<Long> nanos) {
        return nanos.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
