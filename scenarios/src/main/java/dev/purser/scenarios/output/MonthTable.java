package dev.purser.scenarios.output;

import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.MonthRow;
import dev.purser.simulator.experiment.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code months.csv}: each pipeline and service over the months of the calendar, warm-up left out. */
final class MonthTable {
    static final List<String> COLUMNS = List.of(
            "month_start",
            "month_end",
            "scope",
            "name",
            "offered",
            "served",
            "full",
            "cached",
            "fallback",
            "rejected",
            "timed_out",
            "in_flight",
            "p50_ms",
            "p90_ms",
            "p95_ms",
            "p99_ms",
            "p99_9_ms");

    private MonthTable() {}

    static void write(RunResult result, Path file) throws IOException {
        Moments moments = new Moments(result.scenario().calendar());
        try (Table table = Table.create(file, COLUMNS)) {
            for (MonthRow month : result.months()) {
                table.add(row(month, moments));
            }
        }
    }

    private static Table.Row row(MonthRow month, Moments moments) {
        LatencySummary summary = month.summary();
        Table.Row row = new Table.Row()
                .plain(moments.text(month.fromNanos()))
                .plain(moments.text(month.untilNanos()))
                .plain(summary.scope().name().toLowerCase(Locale.ROOT))
                .text(summary.name());
        IntervalTable.addOutcomes(row, summary.outcomes());
        return row.plain(Figures.millis(summary.p50()))
                .plain(Figures.millis(summary.p90()))
                .plain(Figures.millis(summary.p95()))
                .plain(Figures.millis(summary.p99()))
                .plain(Figures.millis(summary.p999()));
    }
}
