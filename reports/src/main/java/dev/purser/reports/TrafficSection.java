package dev.purser.reports;

import static dev.purser.reports.text.Numbers.significant;

import dev.purser.reports.charts.Charts;
import dev.purser.reports.document.Block;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Cost and traffic over time. */
final class TrafficSection {
    private TrafficSection() {}

    static Section of(RunFacts facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new ChartFigure(Charts.COST_OVER_TIME.create().draw(facts.result())));
        blocks.add(table(facts.result()));
        return new Section("traffic", "Cost and traffic over time", blocks);
    }

    private static Table table(RunResult run) {
        return new Table(
                "Traffic of each pipeline, peaks over "
                        + Moments.length(run.scenario().intervalNanos()),
                List.of(
                        Column.text("Pipeline"),
                        Column.number("Requests"),
                        Column.number("Mean (requests/s)"),
                        Column.number("Peak (requests/s)"),
                        Column.number("Peak at")),
                run.scenario().pipelines().stream()
                        .map(pipeline -> row(run, pipeline.name()))
                        .toList());
    }

    private static List<String> row(RunResult run, String pipeline) {
        Collection<IntervalRow> rows = run.intervals().of(Scope.PIPELINE, pipeline);
        long offered = rows.stream().mapToLong(row -> row.outcomes().offered()).sum();
        Optional<IntervalRow> peak = rows.stream()
                .max(Comparator.comparingDouble(TrafficSection::perSecond))
                .filter(row -> offered > 0);
        return List.of(
                pipeline,
                Numbers.count(offered),
                significant(offered / Nanos.toSeconds(run.scenario().horizonNanos()), 3),
                peak.map(row -> significant(perSecond(row), 3)).orElse("-"),
                peak.map(row -> Moments.brief(run.scenario().calendar().at(row.fromNanos())))
                        .orElse("-"));
    }

    private static double perSecond(IntervalRow row) {
        return row.outcomes().offered() / Nanos.toSeconds(row.lengthNanos());
    }
}
