package dev.purser.simulator.surface;

import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.scaling.FixedReplicasSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.traffic.TrafficSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A group with everything taken out that its response does not depend on: names, prices, payloads, how replicas are
 * placed and scaled, and when requests come. Two groups with the same canonical form have the same surface, whatever
 * scenario they are in.
 */
final class CanonicalGroup {
    private static final ResourceRequest ANY_ROOM = new ResourceRequest(1, 1, 0);

    private CanonicalGroup() {}

    static Group of(Group group) {
        List<ServiceSpec> services = group.services();
        List<PipelineSpec> pipelines = group.pipelines();
        return new Group(
                IntStream.range(0, pipelines.size())
                        .mapToObj(i -> pipeline("pipeline-" + i, pipelines.get(i), group))
                        .toList(),
                IntStream.range(0, services.size())
                        .mapToObj(i -> service("service-" + i, services.get(i)))
                        .toList());
    }

    /** All of it as text: equal text, equal response. */
    static String text(Group canonical) {
        StringBuilder text = new StringBuilder();
        canonical.pipelines().forEach(pipeline -> text.append(pipeline).append('\n'));
        for (ServiceSpec service : canonical.services()) {
            Map<String, ServiceTimeLaw> sorted = new TreeMap<>(service.lawByPool());
            text.append(withoutLaws(service)).append('\n').append(sorted).append('\n');
        }
        return text.toString();
    }

    /** The order in which a map of laws prints is not fixed. */
    private static ServiceSpec withoutLaws(ServiceSpec service) {
        String first = service.pools().get(0);
        Map<String, ServiceTimeLaw> one = Map.of(first, service.lawByPool().get(first));
        return copy(service.name(), service, one, List.of(first));
    }

    private static ServiceSpec service(String name, ServiceSpec spec) {
        Map<String, ServiceTimeLaw> laws = new TreeMap<>();
        List<String> pools = IntStream.range(0, spec.pools().size())
                .mapToObj(i -> "pool-" + i)
                .toList();
        for (int i = 0; i < pools.size(); i++) {
            ServiceTimeLaw law = spec.lawByPool().get(spec.pools().get(i));
            laws.put(pools.get(i), spec.modelInstances() > 1 ? law : law.withHostTime(Optional.empty()));
        }
        return copy(name, spec, laws, pools);
    }

    private static ServiceSpec copy(
            String name, ServiceSpec spec, Map<String, ServiceTimeLaw> laws, List<String> pools) {
        return new ServiceSpec(
                name,
                "model",
                laws,
                spec.batching(),
                spec.modelInstances(),
                ANY_ROOM,
                0,
                spec.balancer(),
                spec.queueLimit(),
                spec.timeoutNanos(),
                spec.cancelOnTimeout(),
                spec.retry(),
                spec.cacheHitRatio(),
                spec.cacheNanos(),
                spec.fallbackNanos(),
                new DistributionSpec.Fixed(0),
                pools,
                new FixedReplicasSpec(1));
    }

    private static PipelineSpec pipeline(String name, PipelineSpec spec, Group group) {
        List<StageSpec> stages = spec.stages().stream()
                .map(stage -> new StageSpec(
                        "service-" + group.serviceOf(stage), stage.candidateShare(), stage.mostCandidates(), 0, 0))
                .toList();
        return new PipelineSpec(
                name, traffic(spec.traffic()), spec.candidates(), stages, Optional.empty(), Optional.empty());
    }

    /** Open traffic is known by its rate, which is part of the state. */
    private static TrafficSpec traffic(TrafficSpec spec) {
        return spec instanceof TrafficSpec.ClosedLoop ? spec : Steady.TRAFFIC;
    }
}
