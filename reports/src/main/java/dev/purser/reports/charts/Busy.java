package dev.purser.reports.charts;

import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pipelines or services by how much they had to do: a chart shows the first few, and says so. */
final class Busy {
    private Busy() {}

    /** All names of {@code scope} in the interval record, the busiest first. */
    static List<String> names(RunResult run, Scope scope) {
        Map<String, Long> load = new LinkedHashMap<>();
        run.intervals().stream()
                .filter(row -> row.scope() == scope)
                .forEach(row -> load.merge(row.name(), load(row), Long::sum));
        return load.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long load(IntervalRow row) {
        return row.scope() == Scope.SERVICE ? row.attempts() : row.outcomes().offered();
    }

    /** The first {@code most} of {@code names}. */
    static List<String> first(List<String> names, int most) {
        return names.subList(0, Math.min(most, names.size()));
    }

    /** {@code The 6 busiest of 30 services are shown.}, or nothing if all are. */
    static String note(List<String> names, int most, String noun) {
        return names.size() <= most ? "" : " The " + most + " busiest of " + names.size() + " " + noun + " are shown.";
    }
}
