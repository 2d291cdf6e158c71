package dev.purser.reports;

import static dev.purser.reports.text.Numbers.count;
import static dev.purser.reports.text.Numbers.millis;
import static dev.purser.reports.text.Numbers.percentNumber;

import dev.purser.reports.charts.Charts;
import dev.purser.reports.document.Block;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Paragraph;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Latency against the objectives, and what became of the requests. */
final class LatencySection {
    private LatencySection() {}

    static Section of(RunFacts facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(meaning(facts)));
        if (!facts.objectives().isEmpty()) {
            blocks.add(objectives(facts));
        }
        blocks.add(new ChartFigure(Charts.LATENCY.create().draw(facts.result())));
        blocks.add(latencies(facts, Scope.PIPELINE));
        blocks.add(latencies(facts, Scope.SERVICE));
        blocks.add(outcomes(facts));
        return new Section("latency", "Latency against the objective", blocks);
    }

    private static String meaning(RunFacts facts) {
        long warmUp = facts.result().scenario().warmUpNanos();
        return "Quantiles are over all user requests"
                + (warmUp == 0 ? "" : " after the warm-up of " + Moments.length(warmUp))
                + ". A request without an answer ranks above every answered one; a quantile that falls among such"
                + " requests reads \"missed\".";
    }

    private static Table objectives(RunFacts facts) {
        return new Table(
                "Objectives",
                List.of(
                        Column.text("Pipeline"),
                        Column.text("Quantile"),
                        Column.number("Objective (ms)"),
                        Column.number("Reached (ms)"),
                        Column.number("Requests within it (%)"),
                        Column.text("Verdict")),
                facts.objectives().stream().map(LatencySection::objective).toList());
    }

    private static List<String> objective(ObjectiveCheck check) {
        return List.of(
                check.pipeline(),
                check.quantileName(),
                Numbers.plain(check.objective().nanos() / 1e6),
                check.reached().map(quantile -> millis(quantile)).orElse("not recorded"),
                percentNumber(check.summary().objectiveShare()),
                !check.judged() ? "not tried" : check.kept() ? "met" : "missed");
    }

    private static Table latencies(RunFacts facts, Scope scope) {
        String noun = scope.name().toLowerCase(Locale.ROOT);
        return new Table(
                "Latency of each " + noun + " (ms)",
                List.of(
                        Column.text(noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1)),
                        Column.number("Requests"),
                        Column.number("Mean"),
                        Column.number("p50"),
                        Column.number("p90"),
                        Column.number("p95"),
                        Column.number("p99"),
                        Column.number("p99.9")),
                summaries(facts, scope).map(LatencySection::latency).toList());
    }

    private static Stream<LatencySummary> summaries(RunFacts facts, Scope scope) {
        ScenarioSpec scenario = facts.result().scenario();
        Stream<String> names = scope == Scope.PIPELINE
                ? scenario.pipelines().stream().map(PipelineSpec::name)
                : scenario.services().stream().map(ServiceSpec::name);
        return names.flatMap(name -> facts.summary(scope, name).stream());
    }

    private static List<String> latency(LatencySummary summary) {
        return List.of(
                summary.name(),
                count(summary.outcomes().offered()),
                summary.outcomes().answered() == 0 ? "-" : millis(summary.meanNanos()),
                millis(summary.p50()),
                millis(summary.p90()),
                millis(summary.p95()),
                millis(summary.p99()),
                millis(summary.p999()));
    }

    private static Table outcomes(RunFacts facts) {
        List<List<String>> rows = new ArrayList<>();
        Outcomes total = new Outcomes(0, 0, 0, 0, 0, 0, 0);
        for (LatencySummary summary : summaries(facts, Scope.PIPELINE).toList()) {
            rows.add(outcomes(summary.name(), summary.outcomes()));
            total = plus(total, summary.outcomes());
        }
        return new Table(
                "What became of the requests",
                List.of(
                        Column.text("Pipeline"),
                        Column.number("Offered"),
                        Column.number("Full answer"),
                        Column.number("From cache"),
                        Column.number("Fallback"),
                        Column.number("Rejected"),
                        Column.number("Timed out"),
                        Column.number("In flight")),
                rows,
                rows.size() > 1 ? Optional.of(outcomes("Total", total)) : Optional.empty());
    }

    private static List<String> outcomes(String name, Outcomes outcomes) {
        return List.of(
                name,
                count(outcomes.offered()),
                count(outcomes.full()),
                count(outcomes.cached()),
                count(outcomes.fallback()),
                count(outcomes.rejected()),
                count(outcomes.timedOut()),
                count(outcomes.inFlight()));
    }

    private static Outcomes plus(Outcomes a, Outcomes b) {
        return new Outcomes(
                a.offered() + b.offered(),
                a.full() + b.full(),
                a.cached() + b.cached(),
                a.fallback() + b.fallback(),
                a.rejected() + b.rejected(),
                a.timedOut() + b.timedOut(),
                a.inFlight() + b.inFlight());
    }
}
