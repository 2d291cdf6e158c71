package dev.purser.reports;

import static dev.purser.reports.text.Numbers.percent;

import dev.purser.reports.text.Moments;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import java.util.Comparator;
import java.util.Optional;

/**
 * The interval in which a service came closest to the end of its capacity.
 *
 * @param row the interval
 * @param when civil time of its start
 */
record Busiest(IntervalRow row, String when) {

    static Optional<Busiest> of(RunResult result) {
        return result.intervals().stream()
                .filter(row -> row.scope() == Scope.SERVICE && row.attempts() > 0)
                .max(Comparator.comparingDouble(IntervalRow::utilisation))
                .map(row -> new Busiest(
                        row, Moments.brief(result.scenario().calendar().at(row.fromNanos()))));
    }

    String advice() {
        String missing = row.wantedReplicas() > row.readyReplicas() + 0.5
                ? " while replicas it had asked for were not ready"
                : "";
        return "capacity of " + row.name() + ", whose replicas were " + percent(row.utilisation()) + " busy on " + when
                + missing;
    }
}
