package dev.purser.simulator.surface;

import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pipelines and services that are coupled: no pipeline of the group passes a service outside of it, and no other
 * pipeline passes one of these services. What happens in a group depends on its own state alone.
 *
 * @param pipelines in the order of the scenario
 * @param services in the order of the scenario
 */
public record Group(List<PipelineSpec> pipelines, List<ServiceSpec> services) {
    public Group {
        pipelines = List.copyOf(pipelines);
        services = List.copyOf(services);
    }

    /** The smallest groups that pipelines and services fall into; services that no pipeline passes are in none. */
    public static List<Group> of(List<PipelineSpec> pipelines, List<ServiceSpec> services) {
        List<PipelineSpec> left = new ArrayList<>(pipelines);
        List<Group> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            List<PipelineSpec> coupled = coupledWith(left.get(0), left);
            left.removeAll(coupled);
            Set<String> used = servicesOf(coupled);
            groups.add(new Group(
                    coupled,
                    services.stream()
                            .filter(service -> used.contains(service.name()))
                            .toList()));
        }
        return groups;
    }

    /** Number of the service that {@code stage} calls. */
    public int serviceOf(StageSpec stage) {
        for (int i = 0; i < services.size(); i++) {
            if (services.get(i).name().equals(stage.service())) {
                return i;
            }
        }
        throw new IllegalArgumentException("service " + stage.service() + " is not in the group");
    }

    /** Number of the stage at which requests of a pipeline first come to a service; -1 if they never do. */
    public int stageOf(int pipeline, int service) {
        List<StageSpec> stages = pipelines.get(pipeline).stages();
        for (int i = 0; i < stages.size(); i++) {
            if (serviceOf(stages.get(i)) == service) {
                return i;
            }
        }
        return -1;
    }

    /** Pairs of a service and one of its pools, services first: what replicas are counted by. */
    public int slots() {
        return services.stream().mapToInt(service -> service.pools().size()).sum();
    }

    /** Number of the first slot of service number {@code service}. */
    public int firstSlot(int service) {
        return services.subList(0, service).stream()
                .mapToInt(each -> each.pools().size())
                .sum();
    }

    private static List<PipelineSpec> coupledWith(PipelineSpec first, List<PipelineSpec> all) {
        List<PipelineSpec> coupled = List.of(first);
        List<PipelineSpec> before = List.of();
        while (coupled.size() > before.size()) {
            before = coupled;
            Set<String> used = servicesOf(before);
            coupled = all.stream()
                    .filter(pipeline -> pipeline.stages().stream().anyMatch(stage -> used.contains(stage.service())))
                    .toList();
        }
        return coupled;
    }

    private static Set<String> servicesOf(List<PipelineSpec> pipelines) {
        return pipelines.stream()
                .flatMap(pipeline -> pipeline.stages().stream())
                .map(StageSpec::service)
                .collect(Collectors.toSet());
    }
}
