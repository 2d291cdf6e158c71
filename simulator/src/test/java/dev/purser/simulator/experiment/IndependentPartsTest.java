package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndependentPartsTest {
    private final TestScenario scenario = new TestScenario();

    @Test
    void oneServiceIsOnePart() {
        assertEquals(List.of(scenario.spec()), IndependentParts.of(scenario.spec()));
    }

    @Test
    void servicesApartAreParts() {
        pools("a", "b", "c");
        services(on("one", "a"), on("two", "b"), on("three", "c"));
        pipelines(through("third", "three"), through("first", "one"), through("second", "two"));
        scenario.incidents = List.of(incident("b"), incident("a"));
        assertEquals(
                List.of("third / three / c / ", "first / one / a / loss in a", "second / two / b / loss in b"),
                parts());
    }

    @Test
    void aPipelineJoinsTheServicesItPasses() {
        pools("a", "b", "c");
        services(on("one", "a"), on("two", "b"), on("three", "c"));
        pipelines(through("long", "one", "three"), through("short", "two"));
        assertEquals(List.of("long / one three / a c / ", "short / two / b / "), parts());
    }

    @Test
    void aPoolJoinsTheServicesInIt() {
        pools("a", "b", "c");
        services(on("one", "a", "c"), on("two", "b"), on("three", "c"));
        pipelines(through("first", "one"), through("second", "two"), through("third", "three"));
        assertEquals(List.of("first third / one three / a c / ", "second / two / b / "), parts());
    }

    /** One that nobody calls still takes room in its pools. */
    @Test
    void aServiceNobodyCallsJoinsTheServicesInItsPools() {
        pools("a", "b");
        services(on("one", "a"), on("two", "b"), on("idle", "b", "a"));
        pipelines(through("first", "one"), through("second", "two"));
        assertEquals(List.of("first second / one two idle / a b / "), parts());
    }

    @Test
    void whatNoPipelineNeedsBelongsToTheFirstPart() {
        pools("a", "b", "spare", "c");
        services(on("one", "a"), on("two", "b"), on("idle", "c"));
        pipelines(through("second", "two"), through("first", "one"));
        scenario.incidents = List.of(incident("spare"));
        assertEquals(List.of("second / two idle / b spare c / loss in spare", "first / one / a / "), parts());
    }

    @Test
    void allElseStaysAsItIs() {
        pools("a", "b");
        services(on("one", "a"), on("two", "b"));
        pipelines(through("first", "one"), through("second", "two"));
        ScenarioSpec whole = scenario.spec().withFidelity(Fidelity.INTERVAL);
        for (ScenarioSpec part : IndependentParts.of(whole)) {
            assertEquals(whole.seed(), part.seed());
            assertEquals(Fidelity.INTERVAL, part.fidelity());
            assertEquals(whole.horizonNanos(), part.horizonNanos());
            assertSame(whole.cost(), part.cost());
        }
    }

    private List<String> parts() {
        return IndependentParts.of(scenario.spec()).stream()
                .map(part -> Stream.of(
                                part.pipelines().stream().map(PipelineSpec::name),
                                part.services().stream().map(ServiceSpec::name),
                                part.pools().stream().map(PoolSpec::name),
                                part.incidents().stream().map(IncidentSpec::name))
                        .map(names -> String.join(" ", names.toList()))
                        .reduce((all, names) -> all + " / " + names)
                        .orElseThrow())
                .toList();
    }

    private void pools(String... names) {
        scenario.pools =
                Stream.of(names).map(name -> TestPool.rented(name, 1, 3, 60)).toList();
    }

    private void services(ServiceSpec... services) {
        scenario.services = List.of(services);
    }

    private void pipelines(PipelineSpec... pipelines) {
        scenario.pipelines = List.of(pipelines);
    }

    private static ServiceSpec on(String name, String... pools) {
        return TestService.of(name, pools).spec();
    }

    private static PipelineSpec through(String name, String... services) {
        StageSpec[] stages = Stream.of(services).map(TestScenario::stage).toArray(StageSpec[]::new);
        return TestScenario.pipeline(name, 5, Optional.empty(), stages);
    }

    private static IncidentSpec incident(String pool) {
        return new IncidentSpec("loss in " + pool, pool, Nanos.HOUR, 0.5, Nanos.MINUTE);
    }
}
