package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.rows.ForgetfulStore;
import dev.purser.simulator.scaling.Autoscaler;
import dev.purser.simulator.scaling.AutoscalerSpec;
import dev.purser.simulator.scaling.Decision;
import dev.purser.simulator.scaling.MetricSpec;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.units.Nanos;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run's memory does not grow with its horizon: its rows go to the store, but for the last ones of each kind. */
class FlatMemoryTest {
    /** A block is 16 KiB; the shortest of all rows, an hour's count of {@code ranking}, has 35 bytes. */
    private static final int MOST_IN_MEMORY = 16_384 / 35;

    /** Nine replicas, each of which fills a machine, then one, then nine: every two minutes machines come and go. */
    private record Restless() implements AutoscalerSpec {
        @Override
        public Autoscaler create() {
            return view -> new Decision(10 - view.currentReplicas(), 10 - view.currentReplicas(), "", "restless");
        }

        @Override
        public int initialReplicas() {
            return 1;
        }

        @Override
        public long syncNanos() {
            return 2 * Nanos.MINUTE;
        }

        @Override
        public List<MetricSpec> metrics() {
            return List.of();
        }

        @Override
        public long historyNanos() {
            return 0;
        }

        @Override
        public String summary() {
            return "1 or 9";
        }

        @Override
        public AutoscalerSpec startingWith(int replicas) {
            return this;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fidelity.class,
            names = {"REQUEST", "INTERVAL"})
    void rowsOfALongRunAreElsewhere(Fidelity fidelity) {
        for (int hours : new int[] {4, 16}) {
            ForgetfulStore store = new ForgetfulStore();
            Map<String, Collection<?>> kinds = kinds(run(fidelity, hours, store));
            if (hours == 16) {
                kinds.forEach((kind, rows) -> assertTrue(rows.size() > MOST_IN_MEMORY, () -> kind + " is short"));
            }
            store.forget();
            kinds.forEach((kind, rows) ->
                    assertTrue(inMemory(rows) <= MOST_IN_MEMORY, () -> kind + " in memory after " + hours + " hours"));
        }
    }

    /** How many there are to read, which may be fewer than they say. */
    private static int inMemory(Collection<?> rows) {
        int count = 0;
        for (Iterator<?> each = rows.iterator(); each.hasNext(); each.next()) {
            count++;
        }
        return count;
    }

    /** Those of which sixteen hours of this run have many. */
    private static Map<String, Collection<?>> kinds(RunResult result) {
        Map<String, Collection<?>> kinds = new LinkedHashMap<>();
        kinds.put("intervals of a pipeline", result.intervals().of(Scope.PIPELINE, "search"));
        kinds.put("intervals of a service", result.intervals().of(Scope.SERVICE, "ranking"));
        kinds.put("decisions", result.decisions());
        kinds.put("leases", result.usage().leases());
        kinds.put("occupancies", result.usage().occupancies());
        return kinds;
    }

    private static RunResult run(Fidelity fidelity, int hours, ForgetfulStore store) {
        TestScenario scenario = new TestScenario();
        TestService ranking = TestService.of("ranking", "pool");
        ranking.autoscaler = new Restless();
        ranking.request = new ResourceRequest(4000, 1L << 30, 0);
        scenario.services = List.of(ranking.spec());
        scenario.pools = List.of(TestPool.brisk(TestPool.rented("pool", 0, 9, 20)));
        scenario.horizonNanos = hours * Nanos.HOUR;
        scenario.intervalNanos = 30 * Nanos.SECOND;
        return Run.execute(scenario.spec().withFidelity(fidelity), Progress.SILENT, SurfaceStore.NONE, store);
    }
}
