package dev.purser.scenarios.cli;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.Window;
import dev.purser.simulator.experiment.fidelity.FidelityResult;
import dev.purser.simulator.experiment.fidelity.Verdict;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code purser fidelity} prints for people. */
final class FidelityText {
    /** A half-width falls with the square root of the number of seeds. */
    private static final int SEEDS_TO_HALVE = 4;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private FidelityText() {}

    static String of(List<FidelityResult> results) {
        return results.stream().map(FidelityText::of).collect(Collectors.joining("\n"));
    }

    /** Which part of the scenario a window is. */
    static String span(Window window, Calendar calendar) {
        return String.format(
                Locale.ROOT,
                "%s %s to %s, the first %d min of it warm-up",
                window.name(),
                DATE.format(calendar.at(window.fromNanos())),
                DATE.format(calendar.at(window.fromNanos() + window.lengthNanos())),
                window.warmUpNanos() / Nanos.MINUTE);
    }

    /** The seeds of a result. */
    static String seeds(FidelityResult result) {
        long first = result.scenario().seed();
        return "seeds " + first + " to " + (first + result.settings().seeds() - 1);
    }

    private static String of(FidelityResult result) {
        ScenarioSpec scenario = result.scenario();
        TextTable table = new TextTable(FidelityCells.HEADER);
        result.rows()
                .forEach(row -> table.add(FidelityCells.of(row, scenario.cost().currency())));
        String windows = result.windows().stream()
                .map(window -> span(window, scenario.calendar()) + "\n")
                .collect(Collectors.joining());
        return scenario.title() + "\n\n" + windows + seeds(result)
                + "; +- is half the 95 % confidence interval of the difference\n\n" + table + "\n"
                + FidelityCells.counts(result) + "\n" + advice(result);
    }

    private static String advice(FidelityResult result) {
        return result.count(Verdict.NOT_SHOWN) == 0
                ? ""
                : "not shown: the interval reaches over the edge of its bound; --seeds "
                        + SEEDS_TO_HALVE * result.settings().seeds() + " would about halve it\n";
    }
}
