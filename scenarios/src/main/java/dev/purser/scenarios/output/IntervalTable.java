package dev.purser.scenarios.output;

import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.serving.Outcomes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code intervals.csv}: what each pipeline and service did over time. {@code served} is full + cached + fallback;
 * {@code in_flight} is the number at the end of the interval. A quantile among unanswered requests reads
 * {@code missed}; without any request it is empty.
 */
final class IntervalTable {
    static final List<String> COLUMNS = List.of(
            "interval_start",
            "length_s",
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
            "attempts",
            "wanted_replicas",
            "ready_replicas",
            "utilisation",
            "mean_batch_samples",
            "p50_ms",
            "p95_ms",
            "p99_ms");

    private static final int PLACES = 3;
    private static final int FRACTION_PLACES = 6;

    private IntervalTable() {}

    static void write(RunResult result, Path file) throws IOException {
        Moments moments = new Moments(result.scenario().calendar());
        try (Table table = Table.create(file, COLUMNS)) {
            for (IntervalRow interval : result.intervals()) {
                table.add(row(interval, moments));
            }
        }
    }

    private static Table.Row row(IntervalRow interval, Moments moments) {
        Table.Row row = new Table.Row()
                .plain(moments.text(interval.fromNanos()))
                .decimal(Figures.seconds(interval.lengthNanos()))
                .plain(interval.scope().name().toLowerCase(Locale.ROOT))
                .text(interval.name());
        addOutcomes(row, interval.outcomes());
        return row.count(interval.attempts())
                .decimal(Figures.rounded(interval.wantedReplicas(), PLACES))
                .decimal(Figures.rounded(interval.readyReplicas(), PLACES))
                .decimal(Figures.rounded(interval.utilisation(), FRACTION_PLACES))
                .decimal(Figures.rounded(interval.meanBatch(), PLACES))
                .plain(Figures.millis(interval.p50()))
                .plain(Figures.millis(interval.p95()))
                .plain(Figures.millis(interval.p99()));
    }

    /** Counts in the order of the columns from {@code offered} to {@code in_flight}. */
    static void addOutcomes(Table.Row row, Outcomes outcomes) {
        row.count(outcomes.offered())
                .count(outcomes.answered())
                .count(outcomes.full())
                .count(outcomes.cached())
                .count(outcomes.fallback())
                .count(outcomes.rejected())
                .count(outcomes.timedOut())
                .count(outcomes.inFlight());
    }
}
