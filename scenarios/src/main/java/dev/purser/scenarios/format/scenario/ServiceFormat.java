package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.scenario.CallFormats.Cache;
import dev.purser.scenarios.format.scenario.ReplicaFormat.Replica;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Key.Default;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.scaling.AutoscalerSpec;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.LoadBalancers;
import dev.purser.simulator.serving.RetrySpec;
import dev.purser.simulator.serving.ServiceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Reads {@code services}.
 *
 * @param pools the pools they may run on
 * @param profiles the service times there are
 * @param environment what the scenario is read against
 */
record ServiceFormat(Value<Map<String, Value<PoolSpec>>> pools, Value<Profiles> profiles, Environment environment) {
    private static final ScalarType<Precision> PRECISION = Words.asIs("precision", Precision.class);

    private static final ScalarType<String> BALANCER = Words.oneOf(
            "balancer",
            LoadBalancers.labels().stream()
                    .collect(Collectors.toMap(label -> label, label -> label, (a, b) -> a, LinkedHashMap::new)));

    private static final Shape<List<Value<String>>> POOLS = Shapes.either(
            new ScalarType<>(
                    "name",
                    "the name of a pool",
                    "gpu",
                    scalar -> List.of(Value.of(scalar, Words.NAME.parser().apply(scalar))),
                    names -> names.get(0).get(),
                    Words.NAME.json()),
            Shapes.listOfSome(Shapes.placed(Words.NAME.like("gpu"))));

    Shape<ServiceSpec> of(String name) {
        return new Format<>("service", "Replicas of one model behind a load balancer.", in -> {
            Compute compute = new Compute(in);
            Calls calls = new Calls(in);
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
            String name, Compute compute, Calls calls, DistributionSpec load, AutoscalerSpec scaling) {
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

    /** The keys that say what computes. */
    private final class Compute {
        private final Value<String> model;
        private final Value<Precision> precision;
        private final Value<Optional<String>> backend;
        private final Value<List<Value<String>>> poolNames;
        private final Value<List<PoolSpec>> specs;
        private final Value<Map<String, ProfileEntry>> laws;
        private final Value<Replica> replica;
        private final Value<BatchingSpec> batching;

        Compute(Section in) {
            model = in.key("model", Words.NAME.like("dlrm-4b"), "name of the model, as profiles know it")
                    .required();
            precision = in.key("precision", PRECISION, "number format it computes in")
                    .orElse("FP32");
            backend = in.key(
                            "backend",
                            Shapes.orNone(Words.NAME.like("tensorrt")),
                            "software that runs it; none takes the first that profiles know")
                    .orElse("none");
            poolNames = in.key("pools", POOLS, "pools it may run on, most wanted first")
                    .orElse(
                            "the only pool",
                            () -> new Default(
                                    "[\"" + Lookups.only(ServiceFormat.this.pools.get(), "pools") + "\"]",
                                    "the only pool"));
            specs = in.build(this::poolSpecs);
            laws = in.build(() -> laws(specs.get()));
            in.remark(model, this::sources);
            replica = in.key("replica", new ReplicaFormat(specs).format(), "what one replica takes of an instance")
                    .orElse("{}");
            batching = in.key("batching", new BatchingFormat(laws).format(), "how requests become batches")
                    .orElse("{}");
        }

        private List<PoolSpec> poolSpecs() {
            return poolNames.get().stream()
                    .map(name -> Lookups.named(name, pools.get()).get())
                    .toList();
        }

        private Map<String, ProfileEntry> laws(List<PoolSpec> specs) {
            Map<String, ProfileEntry> found = new LinkedHashMap<>();
            for (PoolSpec pool : specs) {
                ProfileEntry law = law(pool);
                found.put(pool.name(), law);
                environment
                        .usedLaws()
                        .add(new UsedLaw(profiles.get().profileOf(law).name(), law));
            }
            return found;
        }

        private ProfileEntry law(PoolSpec pool) {
            return Lookups.found(
                    model,
                    findings -> profiles.get()
                            .entry(
                                    model.get(),
                                    pool.type().computeName(),
                                    precision.get(),
                                    backend.get(),
                                    model.place(),
                                    findings));
        }

        private Map<String, ServiceTimeLaw> lawByPool() {
            Map<String, ServiceTimeLaw> byPool = new LinkedHashMap<>();
            laws.get().forEach((pool, entry) -> byPool.put(pool, entry.law()));
            return byPool;
        }

        private void checkMetrics(Value<AutoscalerSpec> scaling) {
            boolean seesCards =
                    scaling.get().metrics().stream().anyMatch(metric -> metric.kind() == MetricKind.ACCELERATOR);
            if (seesCards && replica.get().request().accelerators() == 0) {
                throw scaling.refused("got the metric accelerator, must be another: the replicas have no accelerator");
            }
        }

        /** More replicas than the pools can ever hold would wait for ever. */
        private void checkCapacity(Value<AutoscalerSpec> scaling) {
            long room = specs.get().stream()
                    .mapToLong(
                            pool -> (long) pool.most() * replica.get().request().fitsOn(pool.type()))
                    .sum();
            if (scaling.get().initialReplicas() > room) {
                throw scaling.refused("got " + scaling.get().initialReplicas()
                        + " replicas at the start, must be at most " + room + ", which is what the pools can hold");
            }
        }

        private String sources() {
            return laws.get().values().stream()
                    .map(entry -> entry.label() + ": profile "
                            + profiles.get().profileOf(entry).name())
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }

    /** The keys that say how it is called. */
    private static final class Calls {
        private final Value<String> balancer;
        private final Value<Integer> queueLimit;
        private final Value<Optional<Long>> timeout;
        private final Value<Boolean> cancel;
        private final Value<Optional<RetrySpec>> retry;
        private final Value<Optional<Cache>> cache;
        private final Value<Optional<Long>> fallback;

        Calls(Section in) {
            balancer = in.key("balancer", BALANCER, "how requests choose a replica")
                    .orElse("least-outstanding");
            queueLimit = in.key(
                            "queue-limit",
                            Counts.SMALL.atLeast("1").like("200"),
                            "requests that may wait at one replica; beyond it they are rejected")
                    .orElse("1000");
            timeout = in.key(
                            "timeout",
                            Shapes.orNone(Durations.NANOS.above("0 s")),
                            "how long the caller waits for an attempt")
                    .orElse("none");
            cancel = in.key(
                            "cancel-on-timeout",
                            Words.TRUTH,
                            "whether an attempt that timed out while it waited is taken out of the queue")
                    .orElse("false");
            retry = in.key("retry", Shapes.orNone(CallFormats.RETRY), "what the caller does after a failed attempt")
                    .orElse("none");
            cache = in.key("cache", Shapes.orNone(CallFormats.CACHE), "a cache in front of the replicas")
                    .orElse("none");
            fallback = in.key(
                            "fallback",
                            Shapes.orNone(CallFormats.FALLBACK),
                            "answer given when all attempts failed; none lets the request fail")
                    .orElse("none");
        }

        private void checkCancel() {
            if (cancel.get() && timeout.get().isEmpty()) {
                throw cancel.refused("got true, must come with a `timeout`: without one nothing is cancelled");
            }
        }
    }
}
