package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.BusyTime;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.RequestCount;
import dev.purser.simulator.usage.Transfer;
import dev.purser.simulator.usage.Usage;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three services that have nothing to do with each other, each scaled, in a run: beside each other as alone. */
class PartsRunTest {
    private static final List<String> NAMES = List.of("search", "pricing", "advice");
    private static final String WITH_SALE = "pricing";

    @ParameterizedTest
    @EnumSource(names = {"REQUEST", "INTERVAL"})
    void eachDoesWhatItDoesAlone(Fidelity fidelity) {
        RunResult whole = run(shops(NAMES, fidelity));
        for (String name : NAMES) {
            RunResult alone = run(shops(List.of(name), fidelity));
            assertTrue(alone.decisions().size() > 4, "it scales");
            assertEquals(2 * 2, alone.months().size());
            assertFalse(alone.usage().transfers().isEmpty());
            for (IntervalRow.Scope scope : IntervalRow.Scope.values()) {
                assertEquals(
                        alone.intervals().of(scope, name), whole.intervals().of(scope, name));
            }
            assertEquals(alone.summaries(), of(name, whole.summaries(), LatencySummary::name));
            assertEquals(
                    alone.months(),
                    of(name, whole.months(), row -> row.summary().name()));
            assertEquals(
                    List.copyOf(alone.decisions()),
                    of(name, whole.decisions(), row -> row.subject().replaceAll(".* ", "")));
            Usage usage = whole.usage();
            assertEquals(leases(alone.usage().leases()), leases(of(name, usage.leases(), InstanceLease::pool)));
            assertEquals(List.copyOf(alone.usage().transfers()), of(name, usage.transfers(), Transfer::service));
            assertEquals(List.copyOf(alone.usage().busy()), of(name, usage.busy(), BusyTime::service));
            assertEquals(List.copyOf(alone.usage().answered()), of(name, usage.answered(), RequestCount::service));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST", "INTERVAL"})
    void theBillAndTheCountsAreTheSums(Fidelity fidelity) {
        RunResult whole = run(shops(NAMES, fidelity));
        List<RunResult> alone =
                NAMES.stream().map(name -> run(shops(List.of(name), fidelity))).toList();
        Money bill = alone.stream()
                .map(result -> result.ledger().total())
                .reduce(Money::plus)
                .orElseThrow();
        assertEquals(bill, whole.ledger().total());
        assertEquals(alone.stream().mapToLong(RunResult::events).sum(), whole.events());
        if (fidelity == Fidelity.INTERVAL) {
            assertEquals(
                    alone.stream().map(result -> result.surface().orElseThrow()).reduce(SurfaceUse::plus),
                    whole.surface());
        }
    }

    @Test
    void rowsComeByTimeAndThenInTheOrderOfTheScenario() {
        RunResult whole = run(shops(NAMES, Fidelity.REQUEST));
        assertAscending(whole.decisions(), DecisionRow::atNanos);
        assertAscending(whole.usage().leases(), InstanceLease::untilNanos);
        Collection<InstanceLease> leases = whole.usage().leases();
        assertEquals(
                leases.size(), leases.stream().map(InstanceLease::id).distinct().count(), "numbers are unique");
        List<String> first = whole.intervals().stream()
                .limit(6)
                .map(row -> row.scope() + " " + row.name())
                .toList();
        assertEquals(
                List.of(
                        "PIPELINE search",
                        "PIPELINE pricing",
                        "PIPELINE advice",
                        "SERVICE search",
                        "SERVICE pricing",
                        "SERVICE advice"),
                first);
        assertEquals(
                List.of("search", "pricing", "advice", "search", "pricing", "advice"),
                whole.summaries().stream().map(LatencySummary::name).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST", "INTERVAL"})
    void theResultIsTheSameOnAnyNumberOfThreads(Fidelity fidelity) throws Exception {
        RunResult onAll = run(shops(NAMES, fidelity));
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            assertEquals(onAll, one.submit(() -> run(shops(NAMES, fidelity))).get());
        } finally {
            one.shutdown();
        }
    }

    /** What a sale of one part costs is what it costs that part. */
    @ParameterizedTest
    @EnumSource(names = {"REQUEST", "INTERVAL"})
    void anEventCostsWhatItCostsItsPart(Fidelity fidelity) {
        IsolatedCost whole = run(shops(NAMES, fidelity, true)).isolated().get(0);
        IsolatedCost alone =
                run(shops(List.of(WITH_SALE), fidelity, true)).isolated().get(0);
        assertEquals("sale", whole.event());
        assertTrue(alone.cost().amount().signum() > 0);
        assertEquals(alone.cost(), whole.cost());
    }

    @Test
    void theFailureOfOnePartIsThatOfTheRun() {
        IllegalStateException failure = new IllegalStateException("the run fails");
        Progress failing = (nanos, requests) -> {
            if (nanos > Nanos.HOUR) {
                throw failure;
            }
        };
        ScenarioSpec scenario = shops(NAMES, Fidelity.REQUEST, true);
        assertSame(
                failure,
                assertThrows(IllegalStateException.class, () -> Run.execute(scenario, failing, SurfaceStore.NONE)));
    }

    @Test
    void progressIsThatOfAllTogether() {
        List<Long> nanos = new ArrayList<>();
        List<Long> requests = new ArrayList<>();
        ScenarioSpec scenario = shops(NAMES, Fidelity.REQUEST);
        assertTrue(scenario.horizonNanos() % NAMES.size() != 0, "a horizon that the parts do not divide");
        RunResult result = Run.execute(
                scenario,
                (simulated, offered) -> {
                    nanos.add(simulated);
                    requests.add(offered);
                },
                SurfaceStore.NONE);
        assertEquals(nanos.stream().sorted().toList(), nanos);
        assertEquals(requests.stream().sorted().toList(), requests);
        assertEquals(scenario.horizonNanos(), nanos.get(nanos.size() - 1));
        assertEquals(
                result.summaries().stream()
                        .filter(summary -> summary.scope() == IntervalRow.Scope.PIPELINE)
                        .mapToLong(summary -> summary.outcomes().offered())
                        .sum(),
                requests.get(requests.size() - 1));
    }

    private static <E> void assertAscending(Collection<E> rows, ToLongFunction<E> key) {
        long[] keys = rows.stream().mapToLong(key).toArray();
        assertEquals(
                LongStream.of(keys).sorted().boxed().toList(),
                LongStream.of(keys).boxed().toList());
    }

    private static <E> List<E> of(String name, Collection<E> rows, Function<E, String> its) {
        return rows.stream().filter(row -> its.apply(row).equals(name)).toList();
    }

    /** All but the numbers, which go on through all pools. */
    private static List<String> leases(Collection<InstanceLease> leases) {
        return leases.stream()
                .map(lease -> lease.pool() + " " + lease.fromNanos() + " " + lease.untilNanos() + " " + lease.cause())
                .toList();
    }

    private static RunResult run(ScenarioSpec scenario) {
        return Run.execute(scenario, Progress.SILENT, SurfaceStore.NONE);
    }

    private static ScenarioSpec shops(List<String> names, Fidelity fidelity) {
        return shops(names, fidelity, false);
    }

    /** From 22:20 on the last of February on; with a sale of one of them. */
    private static ScenarioSpec shops(List<String> names, Fidelity fidelity, boolean sale) {
        TestScenario scenario = new TestScenario();
        scenario.calendar = new Calendar(ZonedDateTime.parse("2026-02-28T22:20:00Z"), Set.of(), DayOfWeek.SUNDAY);
        scenario.horizonNanos++;
        scenario.pools = names.stream()
                .map(name -> TestPool.brisk(TestPool.rented(name, 1, 10, 60)))
                .toList();
        scenario.services = names.stream().map(PartsRunTest::service).toList();
        scenario.pipelines = names.stream()
                .map(name -> pipeline(name, sale && name.equals(WITH_SALE)))
                .toList();
        scenario.incidents = names.stream()
                .map(name -> new IncidentSpec("loss of " + name, name, 100 * Nanos.MINUTE, 0.5, 10 * Nanos.MINUTE))
                .toList();
        return scenario.spec().withFidelity(fidelity);
    }

    private static ServiceSpec service(String name) {
        TestService service = TestScenario.scaled(name, name);
        service.spread = new Spread.Exponential();
        return service.spec();
    }

    private static PipelineSpec pipeline(String name, boolean sale) {
        var event = new RateEventSpec("sale", Nanos.HOUR, 2 * Nanos.HOUR, 3, 0, 0, true);
        return TestScenario.pipeline(
                name,
                4 + name.length(),
                sale ? List.of(event) : List.of(),
                Optional.of("home"),
                TestScenario.stage(name));
    }
}
