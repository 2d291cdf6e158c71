package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.scenario.SiteFormat.Site;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a whole scenario.
 *
 * @param environment what it is read against
 */
public record ScenarioFormat(Environment environment) {
    /** Version of the format. */
    public static final int VERSION = 1;

    /** The shape of a scenario file. */
    public Format<ScenarioSpec> format() {
        return new Format<>("scenario", "A fleet, what it serves, to whom, and what it is paid with.", this::read);
    }

    private Value<ScenarioSpec> read(Section in) {
        GeneralKeys general = new GeneralKeys(in, environment);
        KnowledgeKeys knowledge = new KnowledgeKeys(in, environment);
        Declared declared = fleet(in, general, knowledge);
        var pipelines = in.key(
                        "pipelines",
                        Shapes.someNamed(new PipelineFormat(declared, environment.files())::of),
                        "kinds of user requests")
                .required();
        var costFormat = new CostFormat(general.currency, knowledge.catalogue, declared, environment.files());
        var cost =
                in.key("cost", costFormat.format(), "what the bill consists of").orElse("{}");
        var incidents = in.key("incidents", Shapes.named(new IncidentFormat(declared)::of), "what goes wrong, and when")
                .orElse("{}");
        new PriceCheck(declared, cost).run(in);
        new TransferCheck(declared, cost).run(in, pipelines);
        checkReached(in, declared.services(), pipelines);
        var scenario = in.build(() -> new ScenarioSpec(
                general.name.get(),
                general.title.get(),
                general.timeline.calendar().get(),
                general.timeline.horizonNanos().get(),
                general.warmUp.get(),
                general.seed.get(),
                general.resolution.get(),
                general.fidelity.get(),
                all(pipelines),
                all(declared.services()),
                all(declared.sites()).stream().map(Site::spec).toList(),
                all(declared.pools()),
                all(incidents),
                cost.get()));
        new FidelityRemark(general.fidelity, scenario).run(in);
        return scenario;
    }

    private Declared fleet(Section in, GeneralKeys general, KnowledgeKeys knowledge) {
        var sites = in.key("sites", Shapes.someNamed(SiteFormat::of), "places where instances run")
                .required();
        var poolFormat = new PoolFormat(sites, knowledge.catalogue, environment.catalogue());
        var pools =
                in.key("pools", Shapes.someNamed(poolFormat::of), "instances").required();
        var serviceFormat = new ServiceFormat(pools, knowledge.profiles, environment);
        var services = in.key("services", Shapes.someNamed(serviceFormat::of), "what answers requests")
                .required();
        return new Declared(sites, pools, services, general.timeline);
    }

    private static <T> List<T> all(Value<Map<String, Value<T>>> named) {
        return named.get().values().stream().map(Value::get).toList();
    }

    private static void checkReached(
            Section in,
            Value<Map<String, Value<ServiceSpec>>> services,
            Value<Map<String, Value<PipelineSpec>>> pipelines) {
        Value<Set<String>> called = in.build(() -> all(pipelines).stream()
                .flatMap(pipeline -> pipeline.stages().stream())
                .map(StageSpec::service)
                .collect(Collectors.toSet()));
        if (called.usable() && services.usable()) {
            services.get().forEach((name, service) -> in.check(() -> checkCalled(name, service, called.get())));
        }
    }

    private static void checkCalled(String name, Value<ServiceSpec> service, Set<String> called) {
        if (!called.contains(name)) {
            throw service.refused("is called by no pipeline, must be a stage of at least one or be left out");
        }
    }
}
