package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Months of the calendar, in a run from 20:20 on 28 February to 02:20 on 1 March in Berlin, with rows of 50 minutes. */
class MonthsTest {
    private static final long MONTH_NANOS = 220 * Nanos.MINUTE;

    @ParameterizedTest
    @EnumSource(names = {"REQUEST", "INTERVAL"})
    void monthsAddUpToTheRun(Fidelity fidelity) {
        RunResult result = run(fidelity, 0);
        List<MonthRow> pipeline = result.months().stream()
                .filter(month -> month.summary().scope() == IntervalRow.Scope.PIPELINE)
                .toList();
        assertEquals(2, pipeline.size());
        assertEquals(0, pipeline.get(0).fromNanos());
        assertEquals(MONTH_NANOS, pipeline.get(0).untilNanos());
        assertEquals(MONTH_NANOS, pipeline.get(1).fromNanos());
        assertEquals(6 * Nanos.HOUR, pipeline.get(1).untilNanos());
        var total = result.summaries().get(0).outcomes();
        assertEquals(
                total.offered(),
                sum(pipeline, month -> month.summary().outcomes().offered()));
        assertEquals(
                total.full(), sum(pipeline, month -> month.summary().outcomes().full()));
    }

    /** Requests of the warm-up are in no month. */
    @Test
    void warmUpIsLeftOut() {
        RunResult result = run(Fidelity.REQUEST, Nanos.HOUR);
        long ofMonths = result.months().stream()
                .filter(month -> month.summary().scope() == IntervalRow.Scope.PIPELINE)
                .mapToLong(month -> month.summary().outcomes().offered())
                .sum();
        assertEquals(result.summaries().get(0).outcomes().offered(), ofMonths);
    }

    /** A single month is the run. */
    @Test
    void aRunWithinOneMonthHasItsPercentiles() {
        RunResult result = Run.execute(new TestScenario().spec(), Progress.SILENT, SurfaceStore.NONE);
        assertEquals(2, result.months().size());
        LatencySummary month = result.months().get(0).summary();
        LatencySummary run = result.summaries().get(0);
        assertEquals(
                List.of(run.p50(), run.p90(), run.p95(), run.p99(), run.p999(), run.meanNanos()),
                List.of(month.p50(), month.p90(), month.p95(), month.p99(), month.p999(), month.meanNanos()));
    }

    private static RunResult run(Fidelity fidelity, long warmUpNanos) {
        TestScenario scenario = new TestScenario();
        scenario.horizonNanos = 6 * Nanos.HOUR;
        scenario.warmUpNanos = warmUpNanos;
        scenario.intervalNanos = 50 * Nanos.MINUTE;
        scenario.pipelines =
                List.of(TestScenario.pipeline("search", 5, Optional.empty(), TestScenario.stage("ranking")));
        scenario.calendar =
                new Calendar(ZonedDateTime.parse("2026-02-28T20:20+01:00[Europe/Berlin]"), Set.of(), DayOfWeek.SUNDAY);
        return Run.execute(scenario.spec().withFidelity(fidelity), Progress.SILENT, SurfaceStore.NONE);
    }

    private static long sum(List<MonthRow> rows, ToLongFunction<MonthRow> count) {
        return rows.stream().mapToLong(count).sum();
    }
}
