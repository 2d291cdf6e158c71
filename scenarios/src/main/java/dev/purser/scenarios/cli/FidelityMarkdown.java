package dev.purser.scenarios.cli;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.fidelity.FidelityResult;
import dev.purser.simulator.experiment.fidelity.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code purser fidelity} prints for a page: a row per scenario, then a table of each. */
final class FidelityMarkdown {
    private FidelityMarkdown() {}

    static String of(List<FidelityResult> results) {
        return "| scenario | within | not shown | missed |\n|---|---:|---:|---:|\n"
                + results.stream().map(FidelityMarkdown::summary).collect(Collectors.joining())
                + results.stream().map(FidelityMarkdown::section).collect(Collectors.joining());
    }

    private static String summary(FidelityResult result) {
        return line(Stream.of(
                result.scenario().title(),
                Long.toString(result.count(Verdict.WITHIN)),
                Long.toString(result.count(Verdict.NOT_SHOWN)),
                Long.toString(result.count(Verdict.MISSED))));
    }

    private static String section(FidelityResult result) {
        ScenarioSpec scenario = result.scenario();
        String windows = result.windows().stream()
                .map(window -> FidelityText.span(window, scenario.calendar()))
                .collect(Collectors.joining("; "));
        String rows = result.rows().stream()
                .map(row -> line(FidelityCells.of(row, scenario.cost().currency()).stream()))
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "\n### %s\n\n`%s`, %s; %s.\n\n%s|---|---|---:|---:|---:|---:|---|\n%s",
                escaped(scenario.title()),
                escaped(scenario.name()),
                windows,
                FidelityText.seeds(result),
                line(Stream.of(FidelityCells.HEADER)),
                rows);
    }

    private static String line(Stream<String> cells) {
        return cells.map(FidelityMarkdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Names come from scenarios: none may end a cell, start markup or a tag. */
    private static String escaped(String text) {
        return text.replace("+-", "±").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
