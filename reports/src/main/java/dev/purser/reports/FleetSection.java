package dev.purser.reports;

import static dev.purser.reports.text.Numbers.count;
import static dev.purser.reports.text.Numbers.plain;
import static dev.purser.reports.text.Numbers.share;
import static dev.purser.reports.text.Numbers.significant;

import dev.purser.reports.charts.Charts;
import dev.purser.reports.document.Block;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Replicas against load. */
final class FleetSection {
    private FleetSection() {}

    static Section of(RunFacts facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new ChartFigure(Charts.REPLICAS.create().draw(facts.result())));
        blocks.add(new ChartFigure(Charts.UTILISATION.create().draw(facts.result())));
        blocks.add(table(facts.result()));
        return new Section("fleet", "Replicas against load", blocks);
    }

    private static Table table(RunResult run) {
        return new Table(
                "Replicas of each service",
                List.of(
                        Column.text("Service"),
                        Column.number("Attempts"),
                        Column.number("Ready, mean"),
                        Column.number("Ready, most"),
                        Column.number("Wanted, most"),
                        Column.number("Utilisation, mean (%)"),
                        Column.number("Batch, mean (samples)")),
                run.scenario().services().stream()
                        .map(service -> row(service.name(), run.intervals().of(Scope.SERVICE, service.name())))
                        .toList());
    }

    private static List<String> row(String service, Collection<IntervalRow> rows) {
        return List.of(
                service,
                count(rows.stream().mapToLong(IntervalRow::attempts).sum()),
                significant(mean(rows, IntervalRow::readyReplicas, IntervalRow::lengthNanos), 3),
                plain(most(rows, IntervalRow::readyReplicas)),
                plain(most(rows, IntervalRow::wantedReplicas)),
                share(mean(rows, IntervalRow::utilisation, row -> row.readyReplicas() * row.lengthNanos())),
                plain(mean(rows, IntervalRow::meanBatch, IntervalRow::attempts)));
    }

    private static double most(Collection<IntervalRow> rows, ToDoubleFunction<IntervalRow> value) {
        return rows.stream().mapToDouble(value).max().orElse(0);
    }

    /** Mean of {@code value} weighted by {@code weight}; NaN where all weights are 0. */
    private static double mean(
            Collection<IntervalRow> rows, ToDoubleFunction<IntervalRow> value, ToDoubleFunction<IntervalRow> weight) {
        double weighted = 0;
        double weights = 0;
        for (IntervalRow row : rows) {
            weighted += value.applyAsDouble(row) * weight.applyAsDouble(row);
            weights += weight.applyAsDouble(row);
        }
        return weights > 0 ? weighted / weights : Double.NaN;
    }
}
