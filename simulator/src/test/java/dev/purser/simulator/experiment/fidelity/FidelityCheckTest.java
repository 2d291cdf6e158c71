package dev.purser.simulator.experiment.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.Progress;
import dev.purser.simulator.experiment.Run;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.TestScenario;
import dev.purser.simulator.experiment.Window;
import dev.purser.simulator.experiment.fidelity.Measure.Kind;
import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.scaling.HpaBehaviour;
import dev.purser.simulator.scaling.HpaMetricSpec;
import dev.purser.simulator.scaling.HpaSpec;
import dev.purser.simulator.scaling.HpaTiming;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.scaling.MetricSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FidelityCheckTest {
    private static final FidelitySettings WHOLE = new FidelitySettings(2, true, OptionalLong.empty());

    @Test
    void everyMeasureHasARow() {
        FidelityResult result = check(new TestScenario().spec(), WHOLE);
        assertEquals(
                List.of(
                        new Measure(Kind.COST, ""),
                        new Measure(Kind.REPLICAS, "ranking"),
                        new Measure(Kind.P50, "search"),
                        new Measure(Kind.P95, "search"),
                        new Measure(Kind.P99, "search"),
                        new Measure(Kind.P999, "search"),
                        new Measure(Kind.REJECTED, "search")),
                result.rows().stream().map(FidelityRow::measure).toList());
        assertEquals(result, check(new TestScenario().spec(), WHOLE));
    }

    /** Three machines at 0.36 USD an hour, one replica, all the time. */
    @Test
    void requestLevelIsWhatARunSays() {
        FidelityResult result = check(new TestScenario().spec(), WHOLE);
        assertEquals(1.08, result.rows().get(0).request(), 1e-6);
        assertEquals(1, result.rows().get(1).request());
        double p99 = 0;
        for (long seed = 0; seed < 2; seed++) {
            ScenarioSpec seeded = new TestScenario().spec();
            seeded = seeded.withSeed(seeded.seed() + seed).withFidelity(Fidelity.REQUEST);
            p99 += Run.execute(seeded, Progress.SILENT, SurfaceStore.NONE)
                    .summaries()
                    .get(0)
                    .p99()
                    .nanos();
        }
        assertEquals(p99 / 2, result.rows().get(4).request());
    }

    /** Interval level 1 % dearer and half a point more rejected, in pairs as they were run. */
    @Test
    void levelsAreComparedInPairs() {
        List<Measurement> measured = new ArrayList<>();
        for (double cost : List.of(100.0, 101.0, 300.0, 303.0)) {
            double rejected = cost % 100 == 0 ? 0 : 0.005;
            Map<Measure, Double> values = new LinkedHashMap<>();
            values.put(new Measure(Kind.COST, ""), cost);
            values.put(new Measure(Kind.REJECTED, "search"), rejected);
            values.put(new Measure(Kind.TIMED_OUT, "search"), 0.0);
            measured.add(new Measurement(values));
        }
        List<FidelityRow> rows = FidelityCheck.rows("peak", measured);
        assertEquals(2, rows.size(), "nothing timed out, and no row says so");
        assertEquals(0.01, rows.get(0).difference(), 1e-12);
        assertEquals(Verdict.MISSED, rows.get(0).verdict());
        assertEquals(0.005, rows.get(1).difference(), 1e-12);
    }

    @Test
    void progressEndsWithAllRuns() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        FidelityCheck.run(
                new TestScenario().spec(), WHOLE, SurfaceStore.NONE, (done, all) -> heard.add(done + "/" + all));
        assertTrue(heard.containsAll(List.of("1/4", "2/4", "3/4", "4/4")), heard.toString());
    }

    /** 200 requests/s of 10 ms each, half busy: four replicas, where the scenario starts with one. */
    @Test
    void aWindowStartsWithTheReplicasItNeeds() {
        TestScenario scenario = new TestScenario();
        TestService service = TestService.of("ranking", "pool");
        MetricSpec cpu = new MetricSpec(MetricKind.CPU, 30 * Nanos.SECOND, 15 * Nanos.SECOND, 0);
        service.autoscaler = new HpaSpec(
                1, 9, 1, List.of(new HpaMetricSpec.CpuUtilisation(cpu, 50)), HpaBehaviour.DEFAULT, HpaTiming.DEFAULT);
        service.balancer = "least-outstanding";
        scenario.services = List.of(service.spec());
        scenario.pools = List.of(TestPool.rented("pool", 3, 3, 60));
        scenario.pipelines =
                List.of(TestScenario.pipeline("search", 200, Optional.empty(), TestScenario.stage("ranking")));
        Window window = new Window("peak", 2 * Nanos.HOUR, 20 * Nanos.MINUTE, 5 * Nanos.MINUTE);
        ScenarioSpec settled = Pilot.settled(window, scenario.spec(), SurfaceStore.NONE);
        int initial = settled.services().get(0).autoscaler().initialReplicas();
        assertTrue(initial == 4 || initial == 5, "replicas: " + initial);
        assertEquals(settled.services().get(0).autoscaler(), service.autoscaler.startingWith(initial));
        assertFalse(settled.services().equals(scenario.services));
    }

    private static FidelityResult check(ScenarioSpec scenario, FidelitySettings settings) {
        return FidelityCheck.run(scenario, settings, SurfaceStore.NONE, (done, all) -> {});
    }
}
