package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.scenario.ReplicaFormat.Replica;
import dev.purser.scenarios.format.section.Key.Default;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Words;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.scaling.AutoscalerSpec;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.serving.BatchingSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys that say what computes. */
final class ComputeKeys {
    private static final ScalarType<Precision> PRECISION = Words.asIs("precision", Precision.class);

    private static final Shape<List<Value<String>>> POOLS = Shapes.either(
            new ScalarType<>(
                    "name",
                    "the name of a pool",
                    "gpu",
                    scalar -> List.of(Value.of(scalar, Words.NAME.parser().apply(scalar))),
                    names -> names.get(0).get(),
                    Words.NAME.json()),
            Shapes.listOfSome(Shapes.placed(Words.NAME.like("gpu"))));

    private final Value<Profiles> profiles;
    private final Environment environment;
    final Value<String> model;
    private final Value<Precision> precision;
    private final Value<Optional<String>> backend;
    final Value<List<Value<String>>> poolNames;
    private final Value<List<PoolSpec>> specs;
    private final Value<Map<String, ProfileEntry>> laws;
    final Value<Replica> replica;
    final Value<BatchingSpec> batching;

    ComputeKeys(Section in, ServiceFormat format) {
        profiles = format.profiles();
        environment = format.environment();
        model = in.key("model", Words.NAME.like("dlrm-4b"), "name of the model, as profiles know it")
                .required();
        precision =
                in.key("precision", PRECISION, "number format it computes in").orElse("FP32");
        backend = in.key(
                        "backend",
                        Shapes.orNone(Words.NAME.like("tensorrt")),
                        "software that runs it; none takes the first that profiles know")
                .orElse("none");
        poolNames = in.key("pools", POOLS, "pools it may run on, most wanted first")
                .orElse(
                        "the only pool",
                        () -> new Default(
                                "[\"" + Lookups.only(format.pools().get(), "pools") + "\"]", "the only pool"));
        specs = in.build(() -> poolSpecs(format.pools().get()));
        laws = in.build(() -> laws(specs.get()));
        in.remark(model, this::sources);
        replica = in.key("replica", new ReplicaFormat(specs).format(), "what one replica takes of an instance")
                .orElse("{}");
        batching = in.key("batching", new BatchingFormat(laws).format(), "how requests become batches")
                .orElse("{}");
    }

    private List<PoolSpec> poolSpecs(Map<String, Value<PoolSpec>> pools) {
        return poolNames.get().stream()
                .map(name -> Lookups.named(name, pools).get())
                .toList();
    }

    private Map<String, ProfileEntry> laws(List<PoolSpec> specs) {
        Map<String, ProfileEntry> found = new LinkedHashMap<>();
        for (PoolSpec pool : specs) {
            ProfileEntry law = law(pool);
            found.put(pool.name(), law);
            environment.usedLaws().add(new UsedLaw(profiles.get().profileOf(law).name(), law));
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

    Map<String, ServiceTimeLaw> lawByPool() {
        Map<String, ServiceTimeLaw> byPool = new LinkedHashMap<>();
        laws.get().forEach((pool, entry) -> byPool.put(pool, entry.law()));
        return byPool;
    }

    void checkMetrics(Value<AutoscalerSpec> scaling) {
        boolean seesCards =
                scaling.get().metrics().stream().anyMatch(metric -> metric.kind() == MetricKind.ACCELERATOR);
        if (seesCards && replica.get().request().accelerators() == 0) {
            throw scaling.refused("got the metric accelerator, must be another: the replicas have no accelerator");
        }
    }

    /** More replicas than the pools can ever hold would wait for ever. */
    void checkCapacity(Value<AutoscalerSpec> scaling) {
        long room = specs.get().stream()
                .mapToLong(pool -> (long) pool.most() * replica.get().request().fitsOn(pool.type()))
                .sum();
        if (scaling.get().initialReplicas() > room) {
            throw scaling.refused("got " + scaling.get().initialReplicas() + " replicas at the start, must be at most "
                    + room + ", which is what the pools can hold");
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
